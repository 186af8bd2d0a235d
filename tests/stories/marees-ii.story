# The second meeting of an expert group that does not exist, as a story: another body, another zone,
# another style of symbols, and French as the original language. Everything in it is invented: the
# states, the people, the papers, the acts.

meeting: marees-ii
zone: Europe/Paris

=== Invitation

== Monday 2019-03-04

08:30 operator> meeting convene
| masthead: ASSEMBLÉE DES ÎLES ET DES ESTUAIRES
| masthead: Comité spécial de l'énergie des marées
| title: Groupe d'experts sur les turbines d'estuaire
| title: Deuxième réunion
| body: Groupe d'experts sur les turbines d'estuaire
| ordinal: 2
| symbols: A/AC.291/{n}
| revisions: /Rev.{n}
| mandate: A/RES/73/999, par. 12
| days: 2019-05-13 to 2019-05-15
| place: Saint-Malo
| zone: Europe/Paris
| languages: fr, es
| original: fr
| fictional: yes
| clock: practice
| source: A/AC.291/L.4 = 6 paragraphs
| roll: Liste du Comité spécial, as of 2019-02-28
| member: ARD Ardenne-sur-Mer
| member: BEL Belle-Rive
| member: CAP Cap-aux-Brumes
| member: DUN Dunes-et-Marais
| member: EST Estuaire-du-Nord
| observer: PHA Ligue des phares
| organization: OMM Office des marées
operator< The meeting is convened for 13 to 15 May 2019 in Saint-Malo, under A/RES/73/999, par. 12.

08:31 operator> people invite as:secretariat name:"Odile Kerguelen"
08:40 secretariat> join {code operator}
secretariat< as a member of the secretariat.
08:45 secretariat> people appoint chair "Baptiste Lorient" of:"Belle-Rive"
09:10 chair> join {code secretariat}
secretariat< Baptiste Lorient has joined as the Chair.

09:30 secretariat> agenda edit add "Adoption de l'ordre du jour."
secretariat< Added: item 1,
09:31 secretariat> agenda edit add "Turbines dans les estuaires peu profonds :"
| footnote: Point inscrit en application des paragraphes 2 et 3 du document A/AC.291/L.4.
| cites: A/AC.291/L.4, 2, 3
09:32 secretariat> agenda edit add "Passage des poissons et des embarcations ;" under:2
09:33 secretariat> agenda edit add "Envasement." under:2
09:34 secretariat> agenda edit add "Câbles et raccordement au réseau."
| footnote: Point inscrit en application du paragraphe 5 du document A/AC.291/L.4.
| cites: A/AC.291/L.4, 5
09:35 secretariat> agenda edit add "Questions diverses."
09:50 secretariat> agenda note
| paragraph: Le Secrétariat a l'honneur de transmettre ci-joint l'ordre du jour provisoire de la deuxième réunion.
| question: a experts. Le nom des experts qui représenteront votre État.
| paragraph: Les réponses sont attendues **le 12 avril 2019 au plus tard**.
| deadline: 2019-04-12 le 12 avril 2019 au plus tard
10:00 secretariat> paper prepare agenda A/AC.291/7 with:note
chair< A/AC.291/7 is waiting for your approval.
10:20 chair> [Approve]
chair< Issue A/AC.291/7
10:21 chair> [Yes, issue]
secretariat< A/AC.291/7 has been issued.

=== Réponses

== Wednesday 2019-03-20

09:00 secretariat> people invite ARD as:mission name:"Yann Trégor"
09:10 ardenne> join {code secretariat}
09:12 secretariat> people invite CAP as:mission name:"Maëlle Ouessant"
09:20 cap> join {code secretariat}
09:22 secretariat> people invite DUN as:mission name:"Corentin Bréhat"
09:30 dunes> join {code secretariat}
09:32 secretariat> people invite "Ligue des phares" as:observer name:"Soizic Penmarc'h"
09:40 phares> join {code secretariat}
10:00 ardenne> reply nominate head name:"Gwenola Cancale" title:"Ingénieure générale"
10:05 ardenne> reply nominate expert name:"Malo Fréhel"
ardenne< Malo Fréhel is number 2 on the list of Ardenne-sur-Mer (N2).
10:30 expert> join {code ardenne}
expert< as an expert of Ardenne-sur-Mer.
10:40 expert> comment 2.1 Les mesures de passage devraient être communes à tous les estuaires.
expert< To item 2.1, “Passage des poissons et des embarcations ;”
10:41 expert> [Send]
expert< C1 on item 2.1
cap< C1 by Malo Fréhel
10:50 phares> comment 3 Les câbles traversent trois chenaux balisés.
10:51 phares> [Send]
phares< C2 on item 3
11:00 cap> comment 4 Nous ne souhaitons pas voir ce point s'étendre.
11:01 cap> [Secretariat and Chair only]
cap< C3 on item 4
chair< C3 by Maëlle Ouessant

== Friday 2019-04-12

23:30 cap> reply nominate expert name:"Tanguy Groix"
cap< Tanguy Groix is first on the list of Cap-aux-Brumes (N3).

== Saturday 2019-04-13

00:30 dunes> reply nominate expert name:"Nolwenn Sein"
dunes< Received late (due 12 April 2019, end of day in Saint-Malo).
09:00 secretariat> reply admit N4 La salle a assez de places.
secretariat< Nolwenn Sein (N4) is admitted and is now on the list of Dunes-et-Marais.
09:10 secretariat> reply nominate expert for:EST name:"Ronan Batz" received:"2019-04-12 17:20, letter 31"
secretariat< On time: received 12 April 2019, 17:20, entered by you for Estuaire-du-Nord.

=== Révision

== Monday 2019-04-15

10:00 secretariat> agenda edit add "Balisage des chenaux ;" under:2 before:2.2
secretariat< Added: item 2.2,
10:05 secretariat> agenda edit word 4 Questions diverses et date de la prochaine réunion.
10:10 secretariat> paper prepare agenda A/AC.291/7/Rev.1
chair< A/AC.291/7/Rev.1 is waiting for your approval.
10:30 chair> people appoint chair H3 of:ARD
chair< Baptiste Lorient will then no longer be the Chair.
10:30 chair> [Yes, appoint]
ardenne< Yann Trégor is the Chair
10:40 chair> paper approve A/AC.291/7/Rev.1
chair< Only the Chair can do this, and you have no seat here.
10:50 ardenne> paper approve A/AC.291/7/Rev.1
10:51 ardenne> [Yes, issue]
ardenne< A/AC.291/7/Rev.1 has been issued.
cap< added item 2.2
11:00 expert> comment 2.2 Les chenaux sont déjà balisés.
expert< “2.2” has meant different items in different editions. Which item do you mean?
11:01 expert> [item 2.3, “Envasement” (“2.2” in A/AC.291/7)]
expert< To item 2.3, “Envasement”
11:02 expert> [Send]
expert< C4 on item 2.3

=== Vote

== Monday 2019-05-13

09:30 ardenne> session open
cap< The first session is open.
09:40 ardenne> decision put adopts:A/AC.291/7/Rev.1
cap< Decision D1 is before the meeting: Adopter l’ordre du jour, A/AC.291/7/Rev.1.
09:41 phares> decision object
phares< Observers can comment, but cannot object or take part in decisions.
09:42 cap> decision object Le point 2.2 n'a pas été examiné.
cap< Your objection to decision D1 is recorded.
ardenne< Cap-aux-Brumes has objected to decision D1.
09:45 ardenne> decision adopt consensus
ardenne< There is no consensus on decision D1: Cap-aux-Brumes objected.
09:50 ardenne> decision adopt vote for:99 against:2 abstaining:0
ardenne< You counted 101, but only 5 members can vote.
10:00 ardenne> decision adopt vote for:3 against:1 abstaining:1
ardenne< With this count it is adopted.
10:01 ardenne> [Yes, record it]
ardenne< Decision D1 is adopted by vote (3 for, 1 against, 1 abstaining):
cap< A/AC.291/7/Rev.1 is the adopted agenda.
17:00 ardenne> session close
17:10 phares> record check
phares< entries, none altered or lost.
