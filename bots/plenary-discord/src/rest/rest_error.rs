//! What can go wrong with a call, in words that name the remedy.

use std::fmt;

/// Discord's codes that mean something to us.
const UNKNOWN_INTERACTION: u64 = 10_062;
const ANSWERED_ALREADY: u64 = 40_060;
const MISSING_ACCESS: u64 = 50_001;
/// A message that Discord will not take, however often it is sent: empty, invalid, too large.
const UNFIT: &[u64] = &[50_006, 50_035, 40_005];

/// Somebody who takes no direct messages from the bot: they said so, are unknown, share no server
/// with it, or it may open no more talks with strangers.
const CLOSED: &[u64] = &[50_007, 50_033, 50_278, 10_013, 20_026, 40_003];

/// A channel that is not there.
const NO_CHANNEL: u64 = 10_003;

/// Why a call was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RestError {
    /// Discord does not know the token.
    Unauthorised,
    /// Discord said no, with its own code and words.
    Refused {
        /// The status of HTTP.
        status: u16,
        /// Discord's code.
        code: u64,
        /// Discord's words.
        said: String,
    },
    /// It was tried until there was no time left.
    GaveUp(String),
}

impl RestError {
    /// Whether the interaction has its first answer already.
    pub(crate) fn is_answered_already(&self) -> bool {
        matches!(self, Self::Refused { code: ANSWERED_ALREADY, .. })
    }

    /// Whether Discord waits for no answer any more.
    pub(crate) fn is_too_late(&self) -> bool {
        matches!(self, Self::Refused { code: UNKNOWN_INTERACTION, .. })
    }

    /// Whether what was sent is at fault, and not the moment or the place.
    pub(crate) fn is_unfit(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if UNFIT.contains(code))
    }

    /// Whether somebody takes no direct messages from the bot, or is no longer there.
    pub(crate) fn is_closed_to_us(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if CLOSED.contains(code))
    }

    /// Whether the channel was deleted.
    pub(crate) fn is_no_channel(&self) -> bool {
        matches!(self, Self::Refused { code: NO_CHANNEL, .. })
    }

    /// Whether the bot lacks a permission, or sight of the place.
    pub(crate) fn is_forbidden(&self) -> bool {
        matches!(self, Self::Refused { status: 403, .. })
    }

    /// What to do about it, where somebody can do something.
    pub(crate) fn remedy(&self) -> Option<&'static str> {
        match self {
            Self::Unauthorised => Some(WRONG_TOKEN),
            Self::Refused { code: MISSING_ACCESS, .. } => Some(
                "The bot cannot see this channel. Give it “View Channel” there \
                 (channel settings, Permissions)",
            ),
            Self::Refused { status: 403, .. } => Some(
                "The bot lacks a permission in this channel. Give it “Send Messages”, “Send \
                 Messages in Threads” and “Attach Files” there (channel \
                 settings, Permissions)",
            ),
            Self::Refused { .. } | Self::GaveUp(_) => None,
        }
    }
}

/// What to do when Discord does not know the token.
pub(crate) const WRONG_TOKEN: &str = "Discord does not know this token. Take the bot's token from \
    the Developer Portal (Bot, Reset Token) and set it as PLENARY__DISCORD__TOKEN.";

impl fmt::Display for RestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthorised => f.write_str(WRONG_TOKEN),
            Self::Refused { status, code, said } => {
                write!(f, "Discord refused ({status}, code {code}): {said}")?;
                self.remedy().map_or(Ok(()), |remedy| write!(f, ". {remedy}"))
            }
            Self::GaveUp(why) => write!(f, "gave up: {why}"),
        }
    }
}
