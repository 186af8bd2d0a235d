"""Checks an exported JSONL file: `verify_chain.py FILE`. Only the standard library; see
stored-form, Digest. Prints `N entries, unbroken`, or the first broken entry and exits with 1."""
import hashlib, json, sys, uuid

def field(value):
    return len(value).to_bytes(4, "big") + value

heads, ids, count = {}, set(), 0
for row in open(sys.argv[1], "rb"):
    line, e = row.rstrip(b"\n"), json.loads(row)
    stream = e["source"].removeprefix("/plenary/")
    number, digest = heads.get(stream, (0, "00" * 32))
    if "data" in e:  # `data` stands last, so its very bytes are the rest of the line.
        data = line[line.index(b',"data":') + 8 : -1]
        salted = b"plenary-data-v1\0" + bytes.fromhex(e["salt"]) + data
        e["datadigest"] = hashlib.sha256(salted).hexdigest()
    names = ["type", "time", "request", "person", "capacity", "delegation", "actingfor"]
    fields = [stream.encode(), e["number"].to_bytes(8, "big"), uuid.UUID(e["id"]).bytes]
    fields += [e.get(name, "").encode() for name in names]
    fields += [bytes.fromhex(e["prev"]), bytes.fromhex(e["datadigest"])]
    own = hashlib.sha256(b"plenary-entry-v1\0" + b"".join(map(field, fields))).hexdigest()
    if (e["number"], e["prev"], e["digest"]) != (number + 1, digest, own) or e["id"] in ids:
        sys.exit(print(f"{stream} is broken at entry {min(e['number'], number + 1)}") or 1)
    heads[stream], count = (e["number"], own), count + 1
    ids.add(e["id"])
print(f"{count} entries, unbroken")
