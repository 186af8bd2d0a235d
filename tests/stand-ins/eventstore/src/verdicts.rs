//! A verdict on an append as the protocol tells it, alone and in a batch call.

use prost::Message;

use crate::log::{Expected, Verdict};
use crate::protocol::client::{self, AllStreamPosition};
use crate::protocol::google::rpc;
use crate::protocol::streams::{append_resp, batch_append_resp};

/// `ALREADY_EXISTS` is what the server says of a wrong version in a batch.
const WRONG_VERSION_CODE: i32 = 6;

pub(crate) fn append_answer(verdict: Verdict, expected: Expected) -> append_resp::Result {
    use append_resp::success::{CurrentRevisionOption, PositionOption};
    use append_resp::wrong_expected_version as wrong;
    let success = |revision, position_option| {
        append_resp::Result::Success(append_resp::Success {
            current_revision_option: Some(CurrentRevisionOption::CurrentRevision(revision)),
            position_option: Some(position_option),
        })
    };
    match verdict {
        Verdict::Stored(revision, position) => success(
            revision,
            PositionOption::Position(append_resp::Position {
                commit_position: position,
                prepare_position: position,
            }),
        ),
        Verdict::Already(revision, position) => success(
            revision,
            position.map_or(PositionOption::NoPosition(()), |position| {
                PositionOption::Position(append_resp::Position {
                    commit_position: position,
                    prepare_position: position,
                })
            }),
        ),
        Verdict::Deleted => append_resp::Result::WrongExpectedVersion(Default::default()),
        Verdict::Wrong(last) => {
            use wrong::{CurrentRevisionOption, ExpectedRevisionOption};
            let expected = match expected {
                Expected::Any => ExpectedRevisionOption::ExpectedAny(()),
                Expected::NoStream => ExpectedRevisionOption::ExpectedNoStream(()),
                Expected::Exists => ExpectedRevisionOption::ExpectedStreamExists(()),
                Expected::Exact(revision) => ExpectedRevisionOption::ExpectedRevision(revision),
            };
            let current = match last {
                Some(last) => CurrentRevisionOption::CurrentRevision(last),
                None => CurrentRevisionOption::CurrentNoStream(()),
            };
            append_resp::Result::WrongExpectedVersion(append_resp::WrongExpectedVersion {
                current_revision_option: Some(current),
                expected_revision_option: Some(expected),
                ..append_resp::WrongExpectedVersion::default()
            })
        }
    }
}

pub(crate) fn batch_answer(verdict: Verdict, expected: Expected) -> batch_append_resp::Result {
    use batch_append_resp::success::{CurrentRevisionOption, PositionOption};
    let success = |revision, position_option| {
        batch_append_resp::Result::Success(batch_append_resp::Success {
            current_revision_option: Some(CurrentRevisionOption::CurrentRevision(revision)),
            position_option: Some(position_option),
        })
    };
    match verdict {
        Verdict::Stored(revision, position) => success(
            revision,
            PositionOption::Position(AllStreamPosition {
                commit_position: position,
                prepare_position: position,
            }),
        ),
        Verdict::Already(revision, position) => success(
            revision,
            position.map_or(PositionOption::NoPosition(()), |position| {
                PositionOption::Position(AllStreamPosition {
                    commit_position: position,
                    prepare_position: position,
                })
            }),
        ),
        Verdict::Deleted => batch_append_resp::Result::Error(rpc::Status::default()),
        Verdict::Wrong(last) => {
            use client::wrong_expected_version as wrong;
            let expected = match expected {
                Expected::Any => wrong::ExpectedStreamPositionOption::ExpectedAny(()),
                Expected::NoStream => wrong::ExpectedStreamPositionOption::ExpectedNoStream(()),
                Expected::Exists => wrong::ExpectedStreamPositionOption::ExpectedStreamExists(()),
                Expected::Exact(at) => {
                    wrong::ExpectedStreamPositionOption::ExpectedStreamPosition(at)
                }
            };
            let current = match last {
                Some(at) => wrong::CurrentStreamRevisionOption::CurrentStreamRevision(at),
                None => wrong::CurrentStreamRevisionOption::CurrentNoStream(()),
            };
            let details = client::WrongExpectedVersion {
                current_stream_revision_option: Some(current),
                expected_stream_position_option: Some(expected),
            };
            batch_append_resp::Result::Error(rpc::Status {
                code: WRONG_VERSION_CODE,
                message: "WrongExpectedVersion".to_owned(),
                details: Some(prost_types::Any {
                    type_url: "type.googleapis.com/event_store.client.WrongExpectedVersion".into(),
                    value: details.encode_to_vec(),
                }),
            })
        }
    }
}
