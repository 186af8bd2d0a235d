//! The table of what is not plain, and what is.

/// A way of writing that people stumble over.
pub(crate) struct Pattern {
    /// A regular expression that finds it.
    pub(crate) finds: &'static str,
    /// What to write instead.
    pub(crate) remedy: &'static str,
    /// A sentence in which it must be found.
    pub(crate) bad: &'static str,
    /// The same said plainly, in which no pattern may find anything.
    pub(crate) plain: &'static str,
}

const fn not(
    finds: &'static str,
    remedy: &'static str,
    bad: &'static str,
    plain: &'static str,
) -> Pattern {
    Pattern { finds, remedy, bad, plain }
}

pub(crate) const PATTERNS: &[Pattern] = &[
    // Old or twisted English.
    not(
        r"(?i)\bso already\b|\balready so\b",
        "say that it is already done",
        "It is so already. Nothing was changed.",
        "That is already done. Nothing was changed.",
    ),
    not(
        r"(?i)\bmay do this\b|\bthis is done by\b",
        "say who can do it: Only the Chair can do this",
        "Only these may do this: Chair.",
        "Only the Chair can do this; you are here as an expert.",
    ),
    not(
        r"(?i)\b(is|are) said like\b|\bsay it like\b",
        "show it: Write it like this",
        "It is said like this: decision put [TEXT]",
        "Write it like this: decision put [TEXT]",
    ),
    not(
        r"(?i)\bis missing\b",
        "ask for it: Please add",
        "“text” is missing.",
        "Please add “text”.",
    ),
    not(
        r"(?i)\bno place for\b",
        "name what was not expected: I did not expect “x” here",
        "There is no place for this.",
        "I did not expect “Counsellor” here.",
    ),
    not(
        r"(?i)\bdoes not fit\b",
        "say what could not be read, and how to write it",
        "“18 October” does not fit received.",
        "I could not read “18 October” as “received”.",
    ),
    not(
        r"(?i)\bopens nothing\b",
        "say that the code is not valid",
        "This code opens nothing here.",
        "This code is not valid for this meeting.",
    ),
    not(
        r"(?i)\byou act (for|as)\b",
        "say what the reader is: You are the Chair",
        "You act for the Chair.",
        "You are the Chair.",
    ),
    not(
        r"(?i), as (an )?(expert|observer)\b",
        "say it in one phrase: an expert for Brazil",
        "You are the Council of Europe, as observer.",
        "You are an observer for the Council of Europe.",
    ),
    not(
        r"(?i)\byou hear\b",
        "say who tells whom: We will tell you when …",
        "You hear when it is answered.",
        "We will tell you when there is a reply.",
    ),
    not(
        r"(?i)\bin your order\b",
        "name the list: is first on the list of Belize",
        "N23, number 1 in your order.",
        "Iris Coy is first on the list of Belize (N23).",
    ),
    not(
        r"(?i)\basked for (by|answers)\b|\byou are asked (by|for)\b",
        "say by when: Replies are due by",
        "Answers are asked for by 29 October",
        "Replies are due by 29 October",
    ),
    not(
        r"(?i)\b(the|a|no|empty) roll\b|\broll\b['’]s|^roll\b",
        "say list of members, or delegation of this meeting",
        "“Brasil” is not on the roll.",
        "“Brasil” is not a delegation of this meeting.",
    ),
    not(
        r"(?i)\btakes? part (as|only)\b|\bwho take part\b",
        "say Status, or participants",
        "Names are printed for those who take part only.",
        "Names are shown to participants only.",
    ),
    not(
        r"^Named$|\bnamed (somebody|yet)\b|\bhas been named\b|\bN named N\b",
        "say nominated",
        "Nobody has been named yet.",
        "Nobody has been nominated yet.",
    ),
    not(
        r"\bLook:",
        "ask: Please check",
        "Look: no full stop after item 3.",
        "Please check: item 3 has no full stop.",
    ),
    not(
        r"(?i)\{\} (items|footnotes|comments|changes|delegations|votes)\b",
        "let the noun agree with its number: a variant for one and one for others",
        "{} items, {} footnotes.",
        "1 item, N footnotes.",
    ),
    not(
        r"(?i)\banother (explanatory note|footnote|deadline)\b",
        "say that it is new",
        "another explanatory note",
        "a new explanatory note",
    ),
    not(
        r"^No comment\.$",
        "say that none were received",
        "No comment.",
        "No comments were received.",
    ),
    not(
        r"(?i)\bfrom (\{\}|N) on\b|\bfrom now on\b",
        "put the name first and the moment in brackets, or say now",
        "Chair from {} on: {}.",
        "Chair: {} (from {}).",
    ),
    not(
        r"(?i)\bdays and place\b",
        "write a sentence: The meeting is to be held on … in …",
        "Days and place: {days}, {place}.",
        "The meeting is to be held on {days} in {place}.",
    ),
    not(
        r"^Standing:|\bStanding: N",
        "say what stands",
        "Standing: N.",
        "Nominations that stand: N.",
    ),
    not(
        r"(?i)\bthat follow from this\b",
        "say consequential renumbering",
        "Numbers that follow from this: 7 is now 8.",
        "Consequential renumbering: item 7 becomes item 8.",
    ),
    not(
        r"(?i)\bsuperseded\b|\bmoved on\b",
        "say that it no longer applies, or that it has been replaced",
        "This button is superseded: what it was for has moved on.",
        "This button no longer applies.",
    ),
    not(
        r"(?i)\bgive it to nobody\b|\btakes it\b",
        "say to whom, and what that person types",
        "Give it to nobody else; “join” takes it.",
        "Give it only to this person, who types “join CODE”.",
    ),
    not(
        r"(?i)\b(is|are) dead\b",
        "say that it no longer works",
        "the older code is dead",
        "the earlier code no longer works",
    ),
    not(
        r"(?i)\bto be known\b",
        "say what there is to note",
        "It works. To be known: 1 (!).",
        "Everything works. One point to note.",
    ),
    not(
        r"(?i)\bwas altered: its digest is not\b|\bdoes not hold\b",
        "say what was found, and why",
        "The record does not hold: entry 30.",
        "The record is damaged: entry 30.",
    ),
    not(
        r"(?i)\bsittings?\b",
        "a sitting is called a session wherever people read of it",
        "Sitting 1 is open.",
        "Session 1 is open.",
    ),
    not(
        r"(?i)\banswer(s|ed)?\b",
        "what a delegation sends is a reply: say reply, replies, replied",
        "Answered 20 of 34.",
        "20 of 34 have replied.",
    ),
    not(
        r"(?i)\bverbs?\b",
        "what people type is a command",
        "There is no verb “x”.",
        "There is no command “x”.",
    ),
    not(
        r"(?i)\bwish(es)?\b|\bwherein\b|\bthereof\b|\bunto\b|\bshall\b",
        "say want, or leave it out",
        "Repeat it if you still wish it.",
        "Repeat it if you still want to.",
    ),
    not(
        r"(?i)\byou hold no\b|\bholds no seat\b",
        "say that the reader has no seat",
        "You hold no seat here.",
        "You have no seat here.",
    ),
    not(
        r"(?i)\b(are|is) the most\b|\bat the most\b",
        "say at most",
        "4000 are the most.",
        "at most 4000 are possible.",
    ),
    // Internal names.
    not(
        r"\b[a-z]+\.[a-z_]+\.v\d+\b",
        "no kind of an event is named to people",
        "people.invited.v1 was refused.",
        "The invitation was refused.",
    ),
    not(
        r"(?i)\bblocks\b",
        "say paragraphs and questions",
        "Explanatory note written, {n} blocks",
        "Explanatory note written ({n} paragraphs and questions)",
    ),
];
