//! The commands are registered once, and again only when they changed: Discord counts creations.

use serde_json::Value;

use super::{Scope, all, comparing};
use crate::rest::{Call, Method, Rest, RestError};

/// What was to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Registered {
    /// They were there already.
    Already,
    /// They were put there.
    Now,
}

/// Sees to it that Discord has the commands of the verb table, and no others, in this scope.
pub(crate) async fn register(
    rest: &Rest,
    application: u64,
    scope: Scope,
) -> Result<Registered, RestError> {
    let should = all(scope);
    if comparing::are_equal(&existing(rest, application, scope).await?, &should, scope) {
        return Ok(Registered::Already);
    }
    let call = Call::new(Method::PUT, &path(application, scope)).json(&Value::Array(should));
    rest.call(&call).await?;
    Ok(Registered::Now)
}

/// The commands that Discord has in this scope.
pub(crate) async fn existing(
    rest: &Rest,
    application: u64,
    scope: Scope,
) -> Result<Vec<Value>, RestError> {
    let path = format!("{}?with_localizations=true", path(application, scope));
    let answer = rest.call(&Call::new(Method::GET, &path)).await?;
    let Value::Array(commands) = answer.body else {
        return Err(RestError::GaveUp("Discord's list of commands could not be read".to_owned()));
    };
    Ok(commands)
}

fn path(application: u64, scope: Scope) -> String {
    match scope {
        Scope::Guild(guild) => format!("/applications/{application}/guilds/{guild}/commands"),
        Scope::Everywhere => format!("/applications/{application}/commands"),
    }
}
