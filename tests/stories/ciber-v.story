# The V Meeting of the Group of Governmental Experts on Cyber-Crime, as a story.
#
# The text of CIBER-V/doc.1/07 is a real paper of 5 October 2007. Every act, every person, and
# everything after that paper is invented, also the acts of 5 October; the names of states serve only
# as data of the roll.
#
# A line is `HH:MM seat> what is said`, `|` goes on with a form, `[Label]` presses a button,
# `{code SEAT}` is the code last shown to that seat, and `seat< words` is what that seat then sees.
# A line that begins with `~` is told like the one before it and not shown again in a demonstration.

meeting: ciber-v
zone: America/New_York

=== Invitation

== Friday 2007-10-05

09:02 operator> meeting convene
| masthead: MEETINGS OF MINISTERS OF JUSTICE OR
| masthead: OF MINISTERS OF ATTORNEYS GENERAL
| masthead: OF THE AMERICAS
| class: OEA/Ser.K/XXXIV
| title: V Meeting of the Group of Governmental
| title: Experts on Cyber-Crime
| body: Group of Governmental Experts on Cyber-Crime
| ordinal: V
| symbols: CIBER-V/doc.{n}/{yy}
| revisions: rev. {n}
| mandate: AG/RES. 2266 (XXXVII-O/07)
| mandate: CP/RES. 920 (1602/07)
| days: 2007-11-19 to 2007-11-20
| place: Washington, DC
| zone: America/New_York
| languages: en, es, fr, pt
| original: en
| fictional: yes
| clock: practice
| source: IV Meeting, Recommendations = 11 paragraphs (CIBER-IV/doc.4/06 rev. 1?)
| roll: An invented list of 34 member states, as of 2007-10-01
| member: ATG Antigua and Barbuda
| member: ARG Argentina
| member: BHS Bahamas
| member: BRB Barbados
| member: BLZ Belize
| member: BOL Bolivia
| member: BRA Brazil
| member: CAN Canada
| member: CHL Chile
| member: COL Colombia
| member: CRI Costa Rica
| member: DMA Dominica
| member: DOM Dominican Republic
| member: ECU Ecuador
| member: SLV El Salvador
| member: GRD Grenada
| member: GTM Guatemala
| member: GUY Guyana
| member: HTI Haiti
| member: HND Honduras
| member: JAM Jamaica
| member: MEX Mexico
| member: NIC Nicaragua
| member: PAN Panama
| member: PRY Paraguay
| member: PER Peru
| member: KNA Saint Kitts and Nevis
| member: LCA Saint Lucia
| member: VCT Saint Vincent and the Grenadines
| member: SUR Suriname
| member: TTO Trinidad and Tobago
| member: USA United States
| member: URY Uruguay
| member: VEN Venezuela
| observer: COE Council of Europe
operator< The meeting is convened for 19 and 20 November 2007 in Washington, DC, under AG/RES. 2266 (XXXVII-O/07), CP/RES. 920 (1602/07). It has 34 member states.

09:03 operator> people invite as:secretariat name:"Inés Paredes"
operator< It works once, until the end of 19 October 2007.
09:04 secretariat> join {code operator}
secretariat< You have joined the V Meeting as a member of the secretariat.
09:05 secretariat> people appoint chair "Ruth Calloway"
secretariat< Invited: Ruth Calloway
09:20 chair> join {code secretariat}
chair< Nothing is waiting for your approval.
secretariat< Ruth Calloway has joined as the Chair.

10:10 secretariat> agenda edit add "Background information and development of the mandates of the Group."
| footnote: Topic included pursuant to paragraphs 6, 7 and 8 of the Recommendations of the IV Meeting of the Group of Governmental Experts on Cyber-crime.
| cites: IV Meeting, Recommendations, 6, 7, 8
secretariat< Added: item 1,
secretariat< Only the secretariat and the Chair see the working agenda.
10:11 secretariat> agenda edit add "Results from the regional training sessions on computer forensics and the establishment of a “24 hours/7 days Emergency Network” cyber-crime capacity and obtaining 24/7 training."
| footnote: Topic included pursuant to paragraphs 4, 5 and 11 of the Recommendations of the IV Meeting of the Group of Governmental Experts on Cyber-crime.
| cites: IV Meeting, Recommendations, 4, 5, 11
~ 10:12 secretariat> agenda edit add "Developments on the OAS cyber-security strategy."
~ 10:13 secretariat> agenda edit add "International cooperation and assistance on cyber-crime."
~ 10:14 secretariat> agenda edit add "Cooperation between the Private Sector and Government Authorities."
| footnote: Topic included pursuant to paragraph 10 of the Recommendations of the IV Meeting of the Group of Governmental Experts on Cyber-crime.
| cites: IV Meeting, Recommendations, 10
~ 10:15 secretariat> agenda edit add "Council of Europe Convention on Cybercrime and recent international developments."
| footnote: Topic included pursuant to paragraph 9 of the Recommendations of the IV Meeting of the Group of Governmental Experts on Cyber-crime.
| cites: IV Meeting, Recommendations, 9
~ 10:16 secretariat> agenda edit add "Recent cyber-crime related developments in the OAS Member States."
~ 10:17 secretariat> agenda edit add "Update of the Inter-American Cooperation Portal on Cyber-Crime."
~ 10:18 secretariat> agenda edit add "Recommendations from the Meeting"

11:00 secretariat> agenda note
| paragraph: Attached, please find the Draft Agenda for the Fifth Meeting of the Group of Governmental Experts on Cyber-Crime, which has been prepared by the Chair of this Group with the support of the Technical Secretariat, pursuant to AG/RES. 2266 (XXXVII-O/07) and CP/RES. 920 (1602/07).
| paragraph: The Technical Secretariat kindly requests that the Permanent Missions provide the following information:
| question: 1 experts. The names of the Governmental Experts from your state that are going to participate in this event; and
| question: 2 presentations VII. With respect to item number VII on the attached Draft Agenda, whether the Expert from your state would like to present or report on any experiences related to the following:
| topic: i. Drafting or enacting cyber-crime legislation;
| topic: ii. The creation or enlargement of cyber-crime prosecution or investigation units;
| topic: iii. Joining or taking steps towards joining the 24/7 Emergency Network established by the G-8;
| topic: iv. The process of acceding or adhering to the Council of Europe Convention on Cybercrime; or
| topic: v. Any other related issues.
| paragraph: The Chair of the Group would appreciate that you submit your comments or suggestions with respect to the Draft Agenda, as well as the information requested above to the Technical Secretariat **by no later than October 29, 2007**. (Michael Thomas, 19th Street & Constitution Ave. N. W., Room 206, Washington D.C. 2006; telephone number: (202) 458-3012; fax (202) 458-3598; email: mthomas@oas.org).
| deadline: 2007-10-29 by no later than October 29, 2007
secretariat< Replies are due by 29 October 2007, end of day in Washington.
11:30 secretariat> paper prepare agenda CIBER-V/doc.1/07 with:note dated:2007-10-05
| authentic: CIBER-V/doc.1/07 of 5 October 2007
secretariat< CIBER-V/doc.1/07 is prepared with the wording of the working agenda and is waiting for the Chair’s approval.
secretariat< Please check: item 9
chair< Explanatory note, 9 items, 4 footnotes.
11:41 chair> paper approve CIBER-V/doc.1/07
chair< Issue CIBER-V/doc.1/07 to all 35 delegations?
11:42 chair> [Yes, issue]
chair< CIBER-V/doc.1/07 has been issued.
secretariat< CIBER-V/doc.1/07 has been issued.

=== Replies

== Tuesday 2007-10-16

10:00 secretariat> people invite Brazil as:mission name:"Paulo Neri"
10:31 brazil> join {code secretariat}
brazil< Please reply by 29 October 2007, end of day in Washington:
brazil< Experts: none nominated yet
10:34 brazil> reply nominate expert name:"Helena Duarte" title:"Federal Prosecutor" institution:"Public Prosecutor's Office"
brazil< Helena Duarte is first on the list of Brazil (N1).
11:02 expert> join {code brazil}
expert< You have joined the V Meeting as an expert of Brazil.
11:15 expert> comment VII Could each report be limited to ten minutes?
expert< To item 7, “Recent cyber-crime related developments in the OAS Member States”:
expert< It can be read by delegations and the secretariat. Nothing has been sent yet.
11:16 expert> [Send]
expert< C1 on item 7
chair< C1 by Helena Duarte
12:00 expert> paper approve
expert< Only the Chair can do this
13:00 secretariat> people invite Chile as:mission name:"Tomás Ibarra"
13:10 chile> join {code secretariat}
13:30 secretariat> people invite "Council of Europe" as:observer name:"Lena Voss"
13:40 observer> join {code secretariat}
observer< You have joined the V Meeting as an observer for the Council of Europe.

== Thursday 2007-10-18

09:10 secretariat> reply nominate expert for:"Argentina" name:"Clara Montiel" received:"2007-10-17, fax"
secretariat< On time: received 17 October 2007, entered by you for Argentina.
~ 09:11 secretariat> reply nominate expert for:"Canada" name:"Nadine Roy" received:"2007-10-17, fax"
~ 09:12 secretariat> reply nominate expert for:"Colombia" name:"Javier Pardo" received:"2007-10-17, fax"
~ 09:13 secretariat> reply nominate expert for:"Costa Rica" name:"Elena Solís" received:"2007-10-17, fax"
~ 09:14 secretariat> reply nominate expert for:"Dominican Republic" name:"Rafael Peralta" received:"2007-10-17, fax"
~ 09:15 secretariat> reply nominate expert for:"Ecuador" name:"Mónica Vera" received:"2007-10-17, fax"
~ 09:16 secretariat> reply nominate expert for:"El Salvador" name:"Óscar Menjívar" received:"2007-10-17, fax"
~ 09:17 secretariat> reply nominate expert for:"Guatemala" name:"Lucía Cabrera" received:"2007-10-17, fax"
~ 09:18 secretariat> reply nominate expert for:"Honduras" name:"Iván Zelaya" received:"2007-10-17, fax"
~ 09:19 secretariat> reply nominate expert for:"Jamaica" name:"Andre Whitely" received:"2007-10-17, fax"

== Friday 2007-10-19

15:00 secretariat> agenda edit move 8 before:7
secretariat< Moved. It is now item 7, “Update of the Inter-American Cooperation Portal on Cyber-Crime”
16:00 secretariat> paper prepare agenda "CIBER-V/doc.1/07 rev. 1" with:note
chair< 1 change: item 7, “Update of the Inter-American Cooperation Portal on Cyber-Crime” was item 8.

== Monday 2007-10-22

10:00 chair> paper return "CIBER-V/doc.1/07 rev. 1" Say in the note that item VII is now item 8, and wait for the deadline.
secretariat< The Chair has sent CIBER-V/doc.1/07 rev. 1 back:
15:40 chile> comment 8 The reports will use the Portal; it should be shown first.
chile< To item 8, “Update of the Inter-American Cooperation Portal on Cyber-Crime”:
15:41 chile> [Secretariat and Chair only]
chile< C2 on item 8
chile< Readers: the secretariat and the Chair.
chair< C2 by Tomás Ibarra
16:00 secretariat> comment add to:C2 readers:secretariat The working draft moves it before item 7.
16:01 secretariat> [Send]
chile< It is a reply to your C2.
16:20 chile> reply nominate head name:"Sofía Arancibia" title:"Minister Counsellor"
16:21 chile> reply nominate expert name:"Diego Fuentes"
chile< Diego Fuentes is number 2 on the list of Chile (N13).
16:30 chile> reply correct N13 name:"Diego Fuentes Rojas"
chile< The details of Diego Fuentes Rojas (N13) are corrected. The earlier version stays in the history.

== Monday 2007-10-29

14:10 secretariat> reply nominate expert for:"Mexico" name:"Adriana Luna" received:"2007-10-29 11:10, e-mail"
~ 14:11 secretariat> reply nominate expert for:"Nicaragua" name:"Tulio Reyes" received:"2007-10-29 11:11, e-mail"
~ 14:12 secretariat> reply nominate expert for:"Panama" name:"Berta Quiroz" received:"2007-10-29 11:12, e-mail"
~ 14:13 secretariat> reply nominate expert for:"Paraguay" name:"Hugo Benítez" received:"2007-10-29 11:13, e-mail"
~ 14:14 secretariat> reply nominate expert for:"Peru" name:"Carmen Salas" received:"2007-10-29 11:14, e-mail"
~ 14:15 secretariat> reply nominate expert for:"Trinidad and Tobago" name:"Kelvin Joseph" received:"2007-10-29 11:15, e-mail"
~ 14:16 secretariat> reply nominate expert for:"United States" name:"Laura Whitcomb" received:"2007-10-29 11:16, e-mail"
~ 14:17 secretariat> reply nominate expert for:"Uruguay" name:"Martín Acosta" received:"2007-10-29 11:17, e-mail"

23:30 secretariat> reply show
secretariat< 20 of 34 members have nominated experts.
secretariat< 14 have not: Antigua and Barbuda, Bahamas, Barbados, Belize, Bolivia, Dominica, Grenada, Guyana, Haiti, Saint Kitts and Nevis, Saint Lucia, Saint Vincent and the Grenadines, Suriname, Venezuela.

=== Late replies

== Wednesday 2007-10-31

10:12 secretariat> reply nominate expert for:Guyana name:"Oswald Pereira" received:"2007-10-31 09:50, fax 118/07"
secretariat< Oswald Pereira is nominated by Guyana (N22). Received late (31 October 2007, 09:50); entered by you for Guyana. The name is added to the list once it is admitted.
10:30 secretariat> reply admit N22 The list is not printed yet.
secretariat< Oswald Pereira (N22) is admitted and is now on the list of Guyana.
11:00 secretariat> reply nominate expert for:Belize name:"Iris Coy" received:"2007-10-29 16:10, fax 119/07"
secretariat< On time: received 29 October 2007, 16:10, entered by you for Belize.
11:30 secretariat> reply nominate adviser for:Guyana name:"Maya Persaud" received:"2007-10-31 11:00, fax 120/07"
11:40 secretariat> withdraw N24
secretariat< The nomination of Maya Persaud (N24) is withdrawn. It stays in the history.

=== Revision

13:00 secretariat> agenda note
| paragraph: Attached, please find the Draft Agenda for the Fifth Meeting of the Group of Governmental Experts on Cyber-Crime, which has been prepared by the Chair of this Group with the support of the Technical Secretariat, pursuant to AG/RES. 2266 (XXXVII-O/07) and CP/RES. 920 (1602/07).
| paragraph: The Technical Secretariat kindly requests that the Permanent Missions provide the following information:
| question: 1 experts. The names of the Governmental Experts from your state that are going to participate in this event; and
| question: 2 presentations VIII. With respect to item number VIII (item VII of CIBER-V/doc.1/07) on the attached Draft Agenda, whether the Expert from your state would like to present or report on any experiences related to the following:
| topic: i. Drafting or enacting cyber-crime legislation;
| topic: ii. The creation or enlargement of cyber-crime prosecution or investigation units;
| topic: iii. Joining or taking steps towards joining the 24/7 Emergency Network established by the G-8;
| topic: iv. The process of acceding or adhering to the Council of Europe Convention on Cybercrime; or
| topic: v. Any other related issues.
| paragraph: The Chair of the Group would appreciate that you submit your comments or suggestions with respect to the Draft Agenda, as well as the information requested above to the Technical Secretariat **by no later than October 29, 2007**. (Michael Thomas, 19th Street & Constitution Ave. N. W., Room 206, Washington D.C. 2006; telephone number: (202) 458-3012; fax (202) 458-3598; email: mthomas@oas.org).
| deadline: 2007-10-29 by no later than October 29, 2007
15:00 secretariat> paper prepare agenda "CIBER-V/doc.1/07 rev. 1" with:note
chair< CIBER-V/doc.1/07 rev. 1 is waiting for your approval.
15:20 chair> [Approve]
chair< Issue CIBER-V/doc.1/07 rev. 1 to all 35 delegations?
15:21 chair> [Yes, issue]
chair< CIBER-V/doc.1/07 rev. 1 has been issued.
expert< 2 changes: item 7, “Update of the Inter-American Cooperation Portal on Cyber-Crime” was item 8; a new explanatory note.
16:30 chile> comment 7 We can report in writing.
chile< “7” has meant different items in different editions. Which item do you mean?
16:31 chile> [item 8, “Recent cyber-crime related developments in the OAS Member States” (“7” in CIBER-V/doc.1/07)]
chile< To item 8, “Recent cyber-crime related developments in the OAS Member States”:
16:32 chile> [Send]
chile< C4 on item 8
16:40 chile> agenda show as-of:"2007-10-30 12:00"
chile< CIBER-V/doc.1/07, draft agenda in force:

=== Adoption

== Monday 2007-11-19

09:05 chair> session open
expert< The first session is open.
09:12 chair> decision put adopts:"CIBER-V/doc.1/07 rev. 1"
chile< Decision D1 is before the meeting:
09:13 observer> decision object
observer< Observers can comment, but cannot object or take part in decisions.
09:14 chair> decision adopt consensus
chair< will then be the adopted agenda, and only the meeting can change it.
09:14 chair> [Yes, record it]
chair< Decision D1 is adopted by consensus:
expert< CIBER-V/doc.1/07 rev. 1 is the adopted agenda.
09:20 secretariat> agenda edit remove 9
secretariat< The agenda was adopted by decision D1, so only the meeting can change it.
17:30 chair> session close
chile< The first session is closed.
17:40 chile> record check
chile< entries, none altered or lost.
