people-invited = Invited: { $whom }.
people-code = Code: { $code }. Works once, until { $until }, end of day. Give it to nobody else; “join” takes it.
people-code-hidden = The code was shown when the invitation was made.
people-whom = { $name } ({ $person }), { $seat }
people-whom-unnamed = { $seat } ({ $person })
people-joined = You act for { $seat } in the { $meeting }.
people-appointed = { $name } is { $office } from now on.
people-ended = { $person } no longer acts for { $seat }. The name stays in the history.
people-expert-may = You may read the agenda and comment on it: “agenda show”, “comment add ITEM …”. Only your mission answers for your state.
people-observer-may = You may read the agenda and comment on it: “agenda show”, “comment add ITEM …”.
people-secretariat-may = “help” shows your verbs; “agenda edit add "…"” starts the draft agenda.
people-nothing-waits = Nothing waits for you.
people-edition-waits = { $symbol } waits for your approval: “paper approve”.

seat-chair = the Chair
seat-secretariat = the Technical Secretariat
seat-mission = the Permanent Mission of { $delegation }
seat-expert = { $delegation }, as expert
seat-observer = { $delegation }, as observer

me-operator = You are the operator: you convene, and you invite the Chair and the secretariat. Nothing else.
me-nobody = You hold no seat here; you read what is public. With a code: “join CODE”.
me-name = You are { $name } ({ $person }).
me-seat = You act for { $seat }.
me-comments = Your comments: { $numbers }

list-head = People, in the roll's order (provisional):
list-chair = Chair: { $name } ({ $person })
list-secretariat = Technical Secretariat: { $name } ({ $person })
list-person = { $name }, { $role } ({ $person })
list-line = { $delegation }: { $people }
list-count = { $answered } of { $total } member states have named somebody.
list-paper = The whole list: “paper get roster”.

notice-joined = { $name } has joined: { $seat }.
notice-appointed = { $name } is { $office } from { $time }.
notice-no-chair = There is no Chair now.
