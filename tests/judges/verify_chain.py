"""Checks an exported JSONL file: `verify_chain.py FILE`. Only the standard library; see
docs/stored-form.md, Digest. Prints `N entries, none altered or lost`, or the first damaged
entry and exits with 1."""
import hashlib, json, sys, uuid

def digest(domain, *fields):
    framed = b"".join(len(field).to_bytes(4, "big") + field for field in fields)
    return hashlib.sha256(domain + framed).digest()

WITHHELD = "specversion id source type number prev bodydigest digest".split()
SHOWN = "specversion id source type time datacontenttype number request person capacity delegation"
SHOWN = SHOWN.split() + "actingfor prev digest salt data".split()

heads, ids, count = {}, set(), 0
for row in open(sys.argv[1], "rb"):
    line, e = row.rstrip(b"\n"), json.loads(row)
    stream = e["source"].removeprefix("/plenary/")
    number, prev = heads.get(stream, (0, bytes(32)))
    if e["type"] == "plenary.withheld":
        body = bytes.fromhex(e["bodydigest"])
    else:  # `data` stands last, so its very bytes are the rest of the line.
        data = line[line.index(b',"data":') + 8 : -1]
        names = ["type", "time", "request", "person", "capacity", "delegation", "actingfor"]
        fields = [uuid.UUID(e["id"]).bytes, *(e.get(name, "").encode() for name in names), data]
        body = digest(b"plenary-body-v1\0" + bytes.fromhex(e["salt"]), *fields)
    fields = [stream.encode(), e["number"].to_bytes(8, "big"), bytes.fromhex(e["prev"]), body]
    own = digest(b"plenary-entry-v1\0", *fields)
    told = (e["number"], e["prev"], e["digest"], e.get("specversion"))
    names = WITHHELD if e["type"] == "plenary.withheld" else SHOWN
    is_named = list(e) == [name for name in names if name in e]
    is_json = names == WITHHELD or e.get("datacontenttype") == "application/json"
    is_right = told == (number + 1, prev.hex(), own.hex(), "1.0") and is_named and is_json
    if not is_right or (stream, e["id"]) in ids:
        sys.exit(print(f"entry {min(e['number'], number + 1)} of {stream} is damaged") or 1)
    heads[stream], count = (e["number"], own), count + 1
    ids.add((stream, e["id"]))
print(f"{count} entries, none altered or lost")
