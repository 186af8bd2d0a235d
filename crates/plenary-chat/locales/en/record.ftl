record-unbroken = { $count } entries, unbroken. Head: { $head }
record-broken = The record does not hold: { $why }
