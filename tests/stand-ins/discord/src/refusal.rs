//! Discord's refusals: the HTTP status, the code of its own, and where in the body the error is.

use serde_json::{Map, Value, json};

/// A refused request.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: u64,
    message: String,
    errors: Option<Box<Value>>,
    retry_after: Option<f64>,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: u64, message: &str) -> Self {
        Self { status, code, message: message.to_owned(), errors: None, retry_after: None }
    }

    pub(crate) fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            body["errors"] = Value::clone(errors);
        }
        if let Some(seconds) = self.retry_after {
            body["retry_after"] = json!(seconds);
            body["global"] = json!(false);
        }
        body
    }
}

macro_rules! refusals {
    ($($name:ident: $status:literal $code:literal $message:literal;)*) => {
        $(pub(crate) fn $name() -> Refusal { Refusal::new($status, $code, $message) })*
    };
}

refusals! {
    unauthorized: 401 0 "401: Unauthorized";
    unknown_route: 404 0 "404: Not Found";
    method_not_allowed: 405 0 "405: Method Not Allowed";
    unknown_channel: 404 10003 "Unknown Channel";
    unknown_guild: 404 10004 "Unknown Guild";
    unknown_member: 404 10007 "Unknown Member";
    unknown_message: 404 10008 "Unknown Message";
    unknown_user: 404 10013 "Unknown User";
    unknown_webhook: 404 10015 "Unknown Webhook";
    unknown_interaction: 404 10062 "Unknown interaction";
    unknown_command: 404 10063 "Unknown application command";
    unknown_event: 404 10070 "Unknown Guild Scheduled Event";
    already_acknowledged: 400 40060 "Interaction has already been acknowledged.";
    too_many_pins: 400 30003 "Maximum number of pins reached (250)";
    missing_access: 403 50001 "Missing Access";
    not_the_author: 403 50005 "Cannot edit a message authored by another user";
    empty_message: 400 50006 "Cannot send an empty message";
    closed_to_the_bot: 403 50007 "Cannot send messages to this user";
    missing_permissions: 403 50013 "Missing Permissions";
    invalid_webhook_token: 401 50027 "Invalid Webhook Token";
    archived: 400 50083 "Thread is archived";
    already_a_thread: 400 160_004 "A thread has already been created for this message";
    bad_json: 400 50109 "The request body contains invalid JSON.";
}

/// The day's allowance of new commands is spent.
pub(crate) fn too_many_creations(max: usize) -> Refusal {
    let message =
        format!("Max number of daily application command creates has been reached ({max})");
    let mut refusal = Refusal::new(429, 30_034, &message);
    refusal.retry_after = Some(86_400.0);
    refusal
}

/// What is wrong in a body, each with the place where it is.
#[derive(Debug, Default)]
pub(crate) struct FormErrors(Map<String, Value>);

impl FormErrors {
    /// One more error at a place such as `data.components.0.label`.
    pub(crate) fn add(&mut self, place: &str, code: &str, message: impl Into<String>) {
        let mut at = &mut self.0;
        for part in place.split('.').filter(|part| !part.is_empty()) {
            let inner = at.entry(part).or_insert_with(|| Value::Object(Map::new()));
            if !inner.is_object() {
                *inner = Value::Object(Map::new());
            }
            let Value::Object(inner) = inner else { return };
            at = inner;
        }
        let error = json!({"code": code, "message": message.into()});
        let errors = at.entry("_errors").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(errors) = errors.as_array_mut() {
            errors.push(error);
        }
    }

    /// Says that a text is too long or too short.
    pub(crate) fn length(&mut self, place: &str, text: &str, min: usize, max: usize) {
        let chars = text.chars().count();
        if min > 0 && chars == 0 {
            self.add(place, "BASE_TYPE_REQUIRED", "This field is required");
        } else if chars > max {
            let message = format!("Must be {max} or fewer in length.");
            self.add(place, "BASE_TYPE_MAX_LENGTH", message);
        } else if chars < min {
            let message = format!("Must be {min} or more in length.");
            self.add(place, "BASE_TYPE_MIN_LENGTH", message);
        }
    }

    /// Says that a list is too long or too short.
    pub(crate) fn count(&mut self, place: &str, count: usize, min: usize, max: usize) {
        if count < min || count > max {
            let message = format!("Must be between {min} and {max} in length.");
            self.add(place, "BASE_TYPE_BAD_LENGTH", message);
        }
    }

    pub(crate) fn required(&mut self, place: &str) {
        self.add(place, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// The refusal, if anything was wrong.
    pub(crate) fn verdict(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut refusal = Refusal::new(400, 50_035, "Invalid Form Body");
        refusal.errors = Some(Box::new(Value::Object(self.0)));
        Err(refusal)
    }
}

/// A body with one error.
pub(crate) fn invalid_form(place: &str, code: &str, message: &str) -> Refusal {
    let mut errors = FormErrors::default();
    errors.add(place, code, message);
    errors.verdict().err().unwrap_or_else(unknown_route)
}
