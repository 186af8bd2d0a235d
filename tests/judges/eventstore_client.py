#!/usr/bin/env python3
"""Judges the stand-in for EventStoreDB with a client that others wrote (PyPI: kurrentdbclient).

    eventstore_client.py STAND-IN [ARGUMENT...]

Starts the stand-in with these arguments and goes through appends, conflicts, repeats, reads,
subscriptions, a missing password and a change of leader. Ends with 0 if the client found everything
as the protocol promises it, and with 1 and a sentence if not.
"""

import os
import subprocess
import sys
import threading
from datetime import datetime, timezone
from itertools import islice
from uuid import UUID, uuid5

from kurrentdbclient import KurrentDBClient, NewEvent, RecordedEvent, StreamState
from kurrentdbclient import exceptions as refused

NAMESPACE = UUID("7e54ba2f-03f4-53c7-acf4-f8a5c113c78d")
PATIENCE_SECONDS = 20
# A client that waits for ever has not found the protocol kept: the whole judgement is bounded.
JUDGEMENT_SECONDS = 60


class StandIn:
    """The stand-in as a process of its own."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.address = self.process.stdout.readline().strip()

    def order(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        must(answer == "done", f"the stand-in did not take the order {line!r}: {answer!r}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(PATIENCE_SECONDS)


class Wrong(Exception):
    """What the judge did not find as it must be."""


def must(condition, sentence):
    if not condition:
        raise Wrong(sentence)


def must_refuse(kind, sentence, call):
    try:
        call()
    except kind:
        return
    raise Wrong(sentence)


def event(name, data=None):
    data = f'{{"text":"{name} é"}}'.encode() if data is None else data
    return NewEvent(
        type="agenda.item-added.v1",
        data=data,
        metadata=f'{{"request":"{name}"}}'.encode(),
        id=uuid5(NAMESPACE, name),
    )


def appends(client):
    first, second, rest = event("a"), event("b"), [event("c"), event("d"), event("e")]
    stream = "meeting-judged"
    at = client.append_to_stream(stream, events=first, current_version=StreamState.NO_STREAM)
    stored = client.get_stream(stream)
    must([one.commit_position for one in stored] == [at], "the answer tells another position")
    client.append_to_stream(stream, events=second, current_version=0)
    end = client.append_to_stream(stream, events=rest, current_version=1)
    stored = client.get_stream(stream)
    must(stored[-1].commit_position == end, "a batch's answer tells another position")
    must([one.id for one in stored] == [one.id for one in [first, second, *rest]], "other ids")
    must([one.stream_position for one in stored] == [0, 1, 2, 3, 4], "other revisions")
    for one, sent in zip(stored, [first, second, *rest]):
        must(one.data == sent.data, f"the data of {sent.id} came back altered: {one.data!r}")
        must(one.metadata == sent.metadata and one.type == sent.type, "altered metadata")
        must(one.content_type == "application/json", "another content type")
        age = datetime.now(timezone.utc) - one.recorded_at
        must(abs(age.total_seconds()) < PATIENCE_SECONDS, f"stored at {one.recorded_at}")
    positions = [one.commit_position for one in stored]
    must(positions == sorted(set(positions)), "positions do not rise")


def conflicts(client):
    stream, wrong = "meeting-judged", refused.WrongCurrentVersionError
    for version in (3, 7, StreamState.NO_STREAM):
        for events in (event("x"), [event("x"), event("y")]):
            must_refuse(
                wrong,
                f"an append at {version} was taken where 4 is the last",
                lambda: client.append_to_stream(stream, events=events, current_version=version),
            )
    for version in (0, StreamState.EXISTS):
        must_refuse(
            wrong,
            f"an append at {version} made a stream",
            lambda: client.append_to_stream(
                "meeting-none", events=event("x"), current_version=version
            ),
        )
    must(client.get_current_version(stream) == 4, "a refused append was stored")
    must(client.get_current_version("meeting-none") is StreamState.NO_STREAM, "it exists")


def repeats(client):
    stream = "meeting-judged"
    again = [
        (event("a"), StreamState.NO_STREAM),
        (event("b"), 0),
        ([event("c"), event("d"), event("e")], 1),
        ([event("c"), event("d")], 1),
        (event("c", b'{"text":"other bytes"}'), 1),
        (event("c"), StreamState.ANY),
    ]
    for events, version in again:
        client.append_to_stream(stream, events=events, current_version=version)
    stored = client.get_stream(stream)
    must(len(stored) == 5, "a repeated append was stored again")
    must(stored[2].data == event("c").data, "a repeated append altered what stood there")
    longer = [event("d"), event("e"), event("f")]
    must_refuse(
        refused.WrongCurrentVersionError,
        "an append of which only a part stands was taken",
        lambda: client.append_to_stream(stream, events=longer, current_version=2),
    )


def reads(client):
    stream = "meeting-judged"
    whole = client.get_stream(stream)
    must(client.get_stream(stream, stream_position=2, limit=2) == whole[2:4], "another page")
    backwards = client.get_stream(stream, backwards=True)
    must(backwards == tuple(reversed(whole)), "not the same backwards")
    must(
        client.get_stream(stream, stream_position=2, backwards=True) == tuple(whole[2::-1]),
        "backwards from a revision is not inclusive",
    )
    must_refuse(
        refused.NotFoundError,
        "a stream that does not exist was found",
        lambda: client.get_stream("meeting-none"),
    )
    for other in ("other-a", "$hidden", "delivery-judged"):
        client.append_to_stream(
            other, events=event(other), current_version=StreamState.NO_STREAM
        )
    names = [one.stream_name for one in client.read_all()]
    must(names[:5] == [stream] * 5 and "other-a" in names, "not all streams are read")
    everything = tuple(client.read_all(filter_exclude=()))
    must(tuple(client.read_all(filter_exclude=(), backwards=True)) == everything[::-1],
         "all streams are not the same backwards")
    middle = everything[2].commit_position
    must(next(iter(client.read_all(commit_position=middle))) == everything[2],
         "a read of all streams does not begin with the event at its position")
    back = client.read_all(commit_position=middle, backwards=True)
    must(next(iter(back)) == everything[1], "backwards it begins with the event at its position")
    ours = client.read_all(
        filter_include=["meeting-", "delivery-"], filter_by_stream_name=True, filter_by_prefix=True
    )
    found = {one.stream_name for one in ours}
    must(found == {stream, "delivery-judged"}, f"the filter shows {found}")
    must(len(list(client.read_all(limit=3))) == 3, "a limit is not kept")


def heard(subscription, count):
    return [one if type(one) is RecordedEvent else type(one).__name__
            for one in islice(subscription, count)]


def subscriptions(client):
    stream = "meeting-judged"
    whole = client.get_stream(stream)
    mine = {"filter_include": ["meeting-"], "filter_by_stream_name": True,
            "filter_by_prefix": True, "include_caught_up": True, "timeout": PATIENCE_SECONDS}
    with client.subscribe_to_all(**mine) as subscription:
        first = heard(subscription, 6)
        must(first == [*whole, "CaughtUp"], f"not the history, then caught up: {first}")
        client.append_to_stream(stream, events=event("live"), current_version=4)
        live = client.get_stream(stream)[5]
        must(heard(subscription, 1) == [live], "a subscription does not hear what comes")
    middle = whole[2].commit_position
    with client.subscribe_to_all(commit_position=middle, **mine) as subscription:
        must(heard(subscription, 4) == [*whole[3:], live, "CaughtUp"],
             "a subscription begins with the event at its position, not behind it")
    with client.subscribe_to_stream(
        stream, stream_position=3, include_caught_up=True, timeout=PATIENCE_SECONDS
    ) as subscription:
        must(heard(subscription, 3) == [whole[4], live, "CaughtUp"],
             "a subscription to a stream does not begin behind its revision")
    with client.subscribe_to_all(
        from_end=True, include_caught_up=True, timeout=PATIENCE_SECONDS
    ) as subscription:
        must(heard(subscription, 1) == ["CaughtUp"], "from the end there is something old")
        client.append_to_stream(stream, events=event("last"), current_version=5)
        must([one.stream_position for one in heard(subscription, 1)] == [6], "the end is missed")


def passwords(command):
    # Without encryption this client never sends a password, so it can only be refused.
    with StandIn([*command, "--user", "chair:right"]) as stand_in:
        client = KurrentDBClient(stand_in.address)
        must_refuse(
            refused.UnauthenticatedError,
            "somebody without a password was let in",
            lambda: client.get_stream("meeting-p"),
        )
        client.close()


def leaders(command):
    with StandIn([*command, "--nodes", "2"]) as stand_in:
        client = KurrentDBClient(stand_in.address)
        stream, version = "meeting-led", StreamState.NO_STREAM
        for turn, order in enumerate((None, "lead 1", "lead 0", "stop 1", "start 1", "lead 1")):
            if order is not None:
                stand_in.order(order)
            client.append_to_stream(stream, events=event(f"l{turn}"), current_version=version)
            version = turn
        must(client.get_current_version(stream) == 5, "an append was lost with its leader")
        must(len(client.read_gossip()) == 2, "the gossip does not tell both nodes")
        client.close()


def give_up():
    print(f"WRONG: no judgement within {JUDGEMENT_SECONDS} seconds", flush=True)
    os._exit(1)


def main():
    command = sys.argv[1:]
    patience = threading.Timer(JUDGEMENT_SECONDS, give_up)
    patience.daemon = True
    patience.start()
    try:
        with StandIn(command) as stand_in:
            client = KurrentDBClient(stand_in.address)
            for part in (appends, conflicts, repeats, reads, subscriptions):
                part(client)
                print(f"{part.__name__}: as promised")
            client.close()
        for part in (passwords, leaders):
            part(command)
            print(f"{part.__name__}: as promised")
    except Wrong as wrong:
        print(f"WRONG: {wrong}")
        return 1
    except refused.KurrentDBClientError as error:
        print(f"WRONG: the client says {type(error).__name__}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    result = main()
    # A client that was left in the middle of a call keeps threads that wait for it for ever.
    sys.stdout.flush()
    os._exit(result)
