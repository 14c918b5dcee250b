// Statements of every kind that Neo4j 4.4's manual describes, in sentences of our own. One a line; a line that starts
// with blanks goes on with the one before. GrammarCompletenessTest asks Neo4j's own parser whether each is valid.
// --- reading
MATCH (n) RETURN n
MATCH (pic:Photo) RETURN pic.title
MATCH (pic:Photo:Public {year: 2019, tags: ['sea', "sun"]}) RETURN pic
MATCH (a)--(b) RETURN a, b
MATCH (a)-->(b)<--(c) RETURN *
MATCH (a)-[r:SHOWS]->(b:Person {name: $name}) RETURN type(r), b
MATCH (a)<-[r:TOOK|:OWNS|SOLD]-(b) RETURN r
MATCH (a)<-->(b) RETURN count(*)
MATCH (a)-[*]->(b) RETURN b
MATCH (a)-[*2]->(b) RETURN b
MATCH (a)-[*2..]->(b) RETURN b
MATCH (a)-[*..4]-(b) RETURN b
MATCH (a)-[:KNOWS*1..3 {since: 2001}]->(b) RETURN b
MATCH p = (a:Person)-[:KNOWS*0..2]-(b) RETURN nodes(p), relationships(p), length(p)
MATCH p = shortestPath((a:Person {name: 'Ada'})-[*..15]-(b:Person {name: 'Bo'})) RETURN p
MATCH p = allShortestPaths((a)-[:ROAD*]->(b)) WHERE a.x = 1 AND b.x = 2 RETURN p
MATCH (a), (b)-->(c), q = (d)-[r]-() WHERE id(a) < id(b) RETURN q
MATCH ({name: 'Ada'})-[]-() RETURN 1
MATCH (n $props) RETURN n
MATCH ()-[r $props]->() RETURN r
OPTIONAL MATCH (n:Photo)-[:SHOWS]->(m) RETURN n, m
MATCH (n) OPTIONAL MATCH (n)-[r]->() WHERE r.weight > 3 RETURN n, r
MATCH (n:Photo WHERE n.width > 100) RETURN n
MATCH (n WHERE n.age > 3)-[r]->(m:Person WHERE m.age < n.age) RETURN m
MATCH (n) WHERE n:Photo RETURN n
MATCH (n) WHERE n:Photo:Public OR n.open RETURN n
MATCH (n)-[r]-(m) WHERE r:KNOWS RETURN r
MATCH (n) WHERE (n)-->() RETURN n
MATCH (n) WHERE NOT (n)-[:SHOWS]->(:Person {name: 'Ada'}) RETURN n
MATCH (n) WHERE exists((n)<-[:TOOK]-()) RETURN n
MATCH (n) WHERE exists(n.name) RETURN n
MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN n
MATCH (n) WHERE EXISTS { MATCH (n)-->(m:Photo) WHERE m.width > n.width } RETURN n
MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE EXISTS { MATCH (m)-->(k) WHERE k.x = 1 } } RETURN n
MATCH (n) WHERE n.name STARTS WITH 'A' AND n.name ENDS WITH 'a' OR n.name CONTAINS 'd' RETURN n
MATCH (n) WHERE n.name =~ '(?i)a.*' RETURN n
MATCH (n) WHERE n.name IN ['Ada', 'Bo', $third] RETURN n
MATCH (n) WHERE n.name IS NULL OR n.age IS NOT NULL RETURN n
MATCH (n) WHERE 1 < n.age <= 10 RETURN n
MATCH (n) WHERE n['na' + 'me'] = 'Ada' RETURN n
MATCH (n) WHERE n.a XOR n.b AND NOT n.c RETURN n
MATCH (n) WHERE n.point = point({x: 1, y: 2.5, crs: 'cartesian'}) RETURN n
MATCH (n) WHERE size((n)-->()) > 2 RETURN n
MATCH (n:Photo) USING INDEX n:Photo(title) WHERE n.title = 'x' RETURN n
MATCH (n:Photo) USING INDEX SEEK n:Photo(title) WHERE n.title = 'x' RETURN n
MATCH (n:Photo) USING BTREE INDEX n:Photo(title, year) WHERE n.title = 'x' AND n.year = 1 RETURN n
MATCH (n:Photo) USING TEXT INDEX n:Photo(title) WHERE n.title = 'x' RETURN n
MATCH (n:Photo) USING TEXT INDEX SEEK n:Photo(title) WHERE n.title = 'x' RETURN n
MATCH (n:Photo)-->(m:Person) USING SCAN n:Photo USING JOIN ON n, m WHERE n.x = m.x RETURN n
MATCH ()-[r:SHOWS]->() USING INDEX r:SHOWS(weight) WHERE r.weight > 1 RETURN r
// --- projecting
RETURN 1
RETURN 1;
RETURN 1 AS one, 'two' AS two, 3.0 AS three
RETURN DISTINCT 1 AS x
MATCH (n) RETURN DISTINCT n.name ORDER BY n.name
MATCH (n) RETURN n.name AS name ORDER BY name DESC, n.age ASC SKIP 1 LIMIT 2
MATCH (n) RETURN n ORDER BY n.x ASCENDING, n.y DESCENDING
MATCH (n) RETURN n SKIP $s LIMIT $l
MATCH (n) RETURN n SKIP 1 + toInteger(rand()) LIMIT 3 * 2
MATCH (n) RETURN *, n.x + 1 AS y
MATCH (n) WITH n, count(*) AS c WHERE c > 1 RETURN n, c
MATCH (n) WITH n ORDER BY n.x SKIP 2 LIMIT 10 WHERE n.y RETURN collect(n)
MATCH (n) WITH * WHERE n.x RETURN n
MATCH (n) WITH DISTINCT n.x AS x RETURN x
WITH 1 AS x, [1, 2] AS y RETURN x + y[0]
UNWIND [1, 2, 3] AS x RETURN x
UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n += row.properties
UNWIND [[1, 2], [3, []], null] AS x UNWIND x AS y RETURN y
UNWIND range(1, 10, 2) AS i WITH i WHERE i % 2 = 1 RETURN sum(i)
RETURN 1 AS x UNION RETURN 2 AS x
RETURN 1 AS x UNION ALL RETURN 2 AS x UNION ALL MATCH (n) RETURN n.x AS x
MATCH (n) RETURN n.x AS `odd name`, n.`other odd``name`
RETURN 1 AS `a``b`
MATCH (n) RETURN n.name AS order, n.age AS match
MATCH (return) RETURN return
MATCH (n:MATCH {where: 1})-[:RETURN]->(m:`two words`) RETURN n.limit, m.skip, n.in
// --- expressions
RETURN 1 + 2 - 3 * 4 / 5 % 6 ^ 7
RETURN -1, +1, - 1, -(-1), --1
RETURN 0x1F, 0X1f, 0o17, 017, -0x10
RETURN 1.5, .5, 1e3, 1E-3, 1.5e+10, 6.022e23
RETURN 9223372036854775807, -9223372036854775808
RETURN 'single', "double", 'it\'s', "say \"so\"", 'back\\slash', '\n\t\b\f\r'
RETURN 'caf\u00e9', "\u00E9"
RETURN \u0031 AS n\u006fme
RETURN 'two
  lines'
RETURN true, FALSE, True, null, NULL
RETURN [], [1], [1, 'a', [2, null], {b: 3}]
RETURN {}, {a: 1}, {a: {b: [1, 2]}, `c d`: 2, match: 3}
RETURN $p, $1, $`odd name`, $return, $_x
RETURN {p}
RETURN 'a' + 'b' + 1
RETURN 1 = 1, 1 <> 2, 1 < 2, 1 > 2, 1 <= 2, 1 >= 2
RETURN 1 < 2 < 3 > 2 >= 1
RETURN 1 < 2, 3 > 2, 1<2, 3>2
RETURN NOT true AND NOT NOT false
RETURN true OR false XOR true AND false
RETURN x IS NULL AND y IS NOT NULL
RETURN [1, 2, 3][0], [1, 2, 3][-1], [1, 2, 3][0..2], [1, 2, 3][..2], [1, 2, 3][1..], [1, 2, 3][..]
RETURN xs[0][1..2][..n.k].name
RETURN {a: [1, 2]}.a[0]
RETURN $map.key.inner[0]
RETURN (1 + 2) * (3)
RETURN ((((1))))
RETURN n.a.b.c, (n).a, (n.a).b
RETURN n:Label, (n:Label), n.a:Label.b
RETURN CASE n.x WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END
RETURN CASE WHEN n.x > 1 THEN 'big' WHEN n.x < 0 THEN 'neg' END AS size
RETURN CASE WHEN true THEN CASE x WHEN 1 THEN 2 END ELSE 3 END
RETURN count(*), count(DISTINCT n.x), collect(n), sum(n.x), avg(n.x), min(n.x), max(n.x), stDev(n.x), percentileCont(n.x, 0.5)
RETURN coalesce(n.a, n.b, 1), toString(1), toInteger('1'), toFloat("1.5"), size('abc'), timestamp()
RETURN date(), date('2020-01-01'), datetime({year: 2020, month: 1}), duration('P1D'), localtime(), time({hour: 1})
RETURN date('2020-01-01') + duration({days: 1}) > date.truncate('month', date())
RETURN point({latitude: 1.0, longitude: 2}).x, point.distance(a, b), distance(a, b)
RETURN my.own.function(1, 'a', n.x), `my`.`odd fn`(1)
RETURN exists(n.x), keys(n), labels(n), properties(n), id(n), elementType
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x ^ 2]
RETURN [x IN xs], [x IN xs WHERE x > 1], [x IN xs | x.a]
RETURN [x IN [y IN ys | y + 1] WHERE x IN [1, 2] | [z IN x | z]]
MATCH (n) RETURN [(n)-->(m) | m.name]
MATCH (n) RETURN [(n)-[r:KNOWS]->(m:Person) WHERE m.age > 3 | {name: m.name, since: r.since}]
MATCH (n) RETURN [p = (n)-[*1..2]->() | length(p)]
RETURN all(x IN xs WHERE x > 1), any(x IN xs WHERE x = 1), none(x IN xs WHERE x IS NULL), single(x IN xs WHERE x)
RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x)
RETURN filter(x IN xs WHERE x > 1), extract(x IN xs | x.a)
MATCH (n) RETURN n {.name, .age}
MATCH (n) RETURN n {.*, extra: 1 + 2, other, friends: [(n)--(m) | m {.name}]}
MATCH (n) RETURN n {}
WITH {a: 1} AS map, 2 AS b RETURN map {.a, b, .*}
MATCH (n) RETURN shortestPath((n)-[*]->(m))
MATCH (n), (m) RETURN length(shortestPath((n)-[:R*..3]-(m))) AS l
MATCH (a), (b) RETURN (a)-->(b), (a)-[:X]-(b), (a)<--(b), (a)<-[:Y*1..2]-(b)
MATCH (a), (b) RETURN (a) - (b), a-b, a - - b, a <-b, a<b, a>b
MATCH (a) RETURN (a)--(), NOT (a)--(), size((a)--())
RETURN a =~ b, a STARTS WITH b + c, a IN b + c, NOT a IN b
RETURN a.b IN [1] = true
RETURN (1 IN [1]) IS NULL
RETURN '//no comment', "/* nor this */", '`', "'", '"' // a comment
RETURN /* in
   between */ 1 /**/ + /***/ 2 // at the end
// --- writing
CREATE (n)
CREATE (n:Photo {title: 'Sea', taken: date('2020-06-01'), tags: ['a', 'b']}), (m:Person)
CREATE (a)-[:KNOWS {since: 1999}]->(b), p = (b)<-[r:LIKES]-(c) RETURN p
CREATE (n:Photo $props) RETURN n
MATCH (a), (b) CREATE (a)-[r:X]->(b) SET r.w = 1, r += {u: 2} RETURN r
MERGE (n:Person {name: 'Ada'})
MERGE (n:Person {name: 'Ada'}) ON CREATE SET n.created = timestamp() ON MATCH SET n.seen = coalesce(n.seen, 0) + 1, n.last = date() RETURN n
MATCH (a), (b) MERGE (a)-[r:KNOWS]->(b) ON MATCH SET r.n = 1
MERGE (a)-[r:KNOWS]-(b)
MATCH (n) SET n.x = 1, n.y = n.x + 1, n:Label:Other, n += {z: 3}, n = {a: 1}
MATCH (n) SET n = $props
MATCH (n), (m) SET n = m
MATCH (n) SET (CASE WHEN n.x THEN n END).y = 1
MATCH (n) SET n.x = null
MATCH (n) REMOVE n.x, n:Label:Other
MATCH (n) DELETE n
MATCH (n)-[r]-() DELETE r, n
MATCH (n) DETACH DELETE n
MATCH p = (n)--() DELETE p, nodes(p)[0]
MATCH p = (a)-[*]->(b) FOREACH (n IN nodes(p) | SET n.marked = true)
FOREACH (i IN range(1, 3) | CREATE (n:Number {value: i}) FOREACH (j IN [1] | MERGE (:Other {j: j})))
MATCH (n) FOREACH (ignored IN CASE WHEN n.x THEN [1] ELSE [] END | SET n.y = 1 REMOVE n.z)
// --- procedures and subqueries
CALL db.labels
CALL db.labels()
CALL db.labels() YIELD label
CALL db.labels() YIELD label AS l WHERE l STARTS WITH 'A' RETURN l
CALL db.labels() YIELD * RETURN *
CALL db.index.fulltext.queryNodes('index', $q, {limit: 10}) YIELD node, score RETURN node.title AS title, score ORDER BY score DESC
MATCH (n) CALL my.proc(n, n.x + 1, {a: [1]}) YIELD value AS v, other RETURN v
CALL `my`.`odd proc`($p)
CALL { MATCH (n) RETURN n } RETURN n
CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN x
MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n, c
MATCH (n) CALL { WITH n CALL { WITH n RETURN n.x AS y } RETURN y } RETURN y
CALL { CREATE (n) } RETURN 1 AS x
MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS
MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS OF 500 ROWS
LOAD CSV FROM 'file:///a.csv' AS row CALL { WITH row CREATE (:Person {name: row[0]}) } IN TRANSACTIONS OF 1 ROW
// --- import
LOAD CSV FROM 'file:///people.csv' AS line RETURN line[0]
LOAD CSV WITH HEADERS FROM $url AS line FIELDTERMINATOR ';' MERGE (p:Person {id: toInteger(line.id)}) RETURN count(p)
LOAD CSV WITH HEADERS FROM 'https://example.org/' + $name AS line WITH line LIMIT 10 RETURN line
USING PERIODIC COMMIT LOAD CSV FROM 'file:///a.csv' AS line CREATE (:A {x: line[0]})
USING PERIODIC COMMIT 500 LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS line CREATE (:A {x: line.x})
// --- options, graphs
EXPLAIN MATCH (n) RETURN n
PROFILE MATCH (n) RETURN n
explain profile RETURN 1
CYPHER RETURN 1
CYPHER 4.4 MATCH (n) RETURN n
CYPHER 4.3 RETURN 1
CYPHER planner=cost runtime=interpreted MATCH (n) RETURN n
CYPHER 4.4 planner = dp EXPLAIN MATCH (n) RETURN n
CYPHER expressionEngine=interpreted operatorEngine=default interpretedPipesFallback=disabled replan=force connectComponentsPlanner=greedy updateStrategy=eager RETURN 1
EXPLAIN CYPHER runtime=slotted RETURN 1
/* first */ PROFILE // then
  RETURN 1
USE neo4j MATCH (n) RETURN n
USE fabric.graph1 MATCH (n) RETURN n
USE graph(1) RETURN 1 AS x
USE fabric.graph(1) MATCH (n) RETURN n
USE GRAPH neo4j RETURN 1 AS x
USE `odd-name` RETURN 1 AS x
UNWIND [1, 2] AS g CALL { USE fabric.graph(g) MATCH (n) RETURN n } RETURN n
USE a RETURN 1 AS x UNION USE b RETURN 2 AS x
CYPHER 4.4 EXPLAIN USE neo4j MATCH (n) RETURN n
USE neo4j CREATE INDEX FOR (n:A) ON (n.x)
USE neo4j SHOW INDEXES
// --- indexes
CREATE INDEX ON :Photo(title)
CREATE INDEX ON :Photo(title, year)
DROP INDEX ON :Photo(title)
DROP INDEX ON :Photo(title, year)
CREATE INDEX FOR (n:Photo) ON (n.title)
CREATE INDEX photo_title FOR (n:Photo) ON (n.title)
CREATE INDEX photo_title IF NOT EXISTS FOR (n:Photo) ON (n.title, n.year)
CREATE INDEX IF NOT EXISTS FOR (n:Photo) ON (n.title)
CREATE BTREE INDEX b FOR (n:Photo) ON (n.title) OPTIONS {indexProvider: 'native-btree-1.0', indexConfig: {`spatial.cartesian.min`: [-100.0, -100.0]}}
CREATE INDEX r FOR ()-[r:SHOWS]-() ON (r.weight)
CREATE INDEX r FOR ()-[r:SHOWS]->() ON (r.weight, r.since)
CREATE INDEX r FOR ()<-[r:SHOWS]-() ON (r.weight)
CREATE RANGE INDEX r FOR (n:Photo) ON (n.width)
CREATE RANGE INDEX IF NOT EXISTS FOR ()-[r:SHOWS]-() ON (r.weight) OPTIONS {}
CREATE POINT INDEX p FOR (n:Photo) ON (n.location) OPTIONS {indexConfig: {`spatial.wgs-84.max`: [60.0, 60.0]}}
CREATE TEXT INDEX t FOR (n:Photo) ON (n.title)
CREATE TEXT INDEX t IF NOT EXISTS FOR ()-[r:SHOWS]-() ON (r.note) OPTIONS {indexProvider: 'text-1.0'}
CREATE LOOKUP INDEX l FOR (n) ON EACH labels(n)
CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)
CREATE LOOKUP INDEX l IF NOT EXISTS FOR ()-[r]-() ON EACH type(r)
CREATE LOOKUP INDEX l FOR ()-[r]-() ON type(r) OPTIONS {}
CREATE FULLTEXT INDEX f FOR (n:Photo) ON EACH [n.title]
CREATE FULLTEXT INDEX f IF NOT EXISTS FOR (n:Photo|Document) ON EACH [n.title, n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}
CREATE FULLTEXT INDEX FOR ()-[r:SHOWS|TOOK]-() ON EACH [r.note]
CREATE OR REPLACE INDEX x FOR (n:Photo) ON (n.title)
CREATE INDEX x FOR (n:Photo) ON (n.title) OPTIONS $options
DROP INDEX photo_title
DROP INDEX `odd name` IF EXISTS
// --- constraints
CREATE CONSTRAINT ON (n:Photo) ASSERT n.id IS UNIQUE
CREATE CONSTRAINT c ON (n:Photo) ASSERT n.id IS UNIQUE
CREATE CONSTRAINT c IF NOT EXISTS ON (n:Photo) ASSERT (n.id) IS UNIQUE
CREATE CONSTRAINT ON (n:Photo) ASSERT (n.id, n.x) IS NODE KEY
CREATE CONSTRAINT c ON (n:Photo) ASSERT (n.id) IS NODE KEY OPTIONS {indexProvider: 'native-btree-1.0'}
CREATE CONSTRAINT ON (n:Photo) ASSERT exists(n.id)
CREATE CONSTRAINT ON (n:Photo) ASSERT n.id IS NOT NULL
CREATE CONSTRAINT ON (n:Photo) ASSERT (n.id) IS NOT NULL
CREATE CONSTRAINT ON ()-[r:SHOWS]-() ASSERT exists(r.weight)
CREATE CONSTRAINT ON ()-[r:SHOWS]->() ASSERT r.weight IS NOT NULL
CREATE CONSTRAINT ON ()<-[r:SHOWS]-() ASSERT r.weight IS NOT NULL
CREATE CONSTRAINT FOR (n:Photo) REQUIRE n.id IS UNIQUE
CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Photo) REQUIRE (n.id, n.x) IS UNIQUE OPTIONS {indexProvider: 'range-1.0'}
CREATE CONSTRAINT c FOR (n:Photo) REQUIRE n.id IS NOT NULL
CREATE CONSTRAINT FOR (n:Photo) REQUIRE (n.id) IS NODE KEY
CREATE CONSTRAINT c FOR ()-[r:SHOWS]-() REQUIRE r.weight IS NOT NULL
CREATE OR REPLACE CONSTRAINT c FOR (n:Photo) REQUIRE n.id IS UNIQUE
DROP CONSTRAINT c
DROP CONSTRAINT c IF EXISTS
DROP CONSTRAINT ON (n:Photo) ASSERT n.id IS UNIQUE
DROP CONSTRAINT ON (n:Photo) ASSERT (n.id, n.x) IS NODE KEY
DROP CONSTRAINT ON (n:Photo) ASSERT exists(n.id)
DROP CONSTRAINT ON ()-[r:SHOWS]-() ASSERT exists(r.weight)
// --- showing
SHOW INDEXES
SHOW INDEX
SHOW ALL INDEXES
SHOW BTREE INDEXES
SHOW FULLTEXT INDEXES YIELD name, state
SHOW LOOKUP INDEXES YIELD *
SHOW POINT INDEXES
SHOW RANGE INDEXES WHERE size(name) > 3
SHOW TEXT INDEXES YIELD name AS n, type ORDER BY n SKIP 1 LIMIT 5 WHERE type = 'x' RETURN n, count(*) AS c ORDER BY c
SHOW INDEXES BRIEF
SHOW ALL INDEXES VERBOSE OUTPUT
SHOW CONSTRAINTS
SHOW CONSTRAINT
SHOW ALL CONSTRAINTS YIELD *
SHOW UNIQUE CONSTRAINTS
SHOW NODE KEY CONSTRAINTS
SHOW EXISTENCE CONSTRAINTS
SHOW EXIST CONSTRAINTS
SHOW EXISTS CONSTRAINTS
SHOW NODE EXISTENCE CONSTRAINTS
SHOW RELATIONSHIP EXIST CONSTRAINTS
SHOW PROPERTY EXISTENCE CONSTRAINTS
SHOW NODE PROPERTY EXISTENCE CONSTRAINTS
SHOW REL PROPERTY EXIST CONSTRAINTS WHERE name = 'c'
SHOW CONSTRAINTS BRIEF OUTPUT
SHOW CONSTRAINTS VERBOSE
SHOW PROCEDURES
SHOW PROCEDURE EXECUTABLE
SHOW PROCEDURES EXECUTABLE BY CURRENT USER YIELD name, description WHERE name STARTS WITH 'db' RETURN name
SHOW PROCEDURES EXECUTABLE BY ada
SHOW FUNCTIONS
SHOW FUNCTION YIELD *
SHOW ALL FUNCTIONS
SHOW BUILT IN FUNCTIONS YIELD name, category
SHOW USER DEFINED FUNCTIONS EXECUTABLE BY CURRENT USER
SHOW FUNCTIONS EXECUTABLE BY ada WHERE name = 'x'
SHOW TRANSACTIONS
SHOW TRANSACTION 'neo4j-transaction-1'
SHOW TRANSACTIONS 'neo4j-transaction-1', "neo4j-transaction-2" YIELD currentQuery
SHOW TRANSACTIONS $ids YIELD * WHERE username = 'ada'
TERMINATE TRANSACTION 'neo4j-transaction-1'
TERMINATE TRANSACTIONS 'neo4j-transaction-1', 'neo4j-transaction-2'
TERMINATE TRANSACTIONS $ids
// --- databases
SHOW DATABASES
SHOW DATABASE neo4j
SHOW DATABASE $name YIELD name
SHOW DEFAULT DATABASE
SHOW HOME DATABASE YIELD name WHERE name = 'x' RETURN name
SHOW DATABASES YIELD name, currentStatus AS s ORDER BY s LIMIT 2 WHERE s = 'online' RETURN name
CREATE DATABASE photos
CREATE DATABASE `odd-name` IF NOT EXISTS WAIT
CREATE OR REPLACE DATABASE photos WAIT 10 SECONDS
CREATE DATABASE $name NOWAIT
CREATE DATABASE photos OPTIONS {existingData: 'use', existingDataSeedInstance: '1'} WAIT 5 SEC
CREATE DATABASE some.name
DROP DATABASE photos
DROP DATABASE photos IF EXISTS DUMP DATA WAIT
DROP DATABASE photos DESTROY DATA NOWAIT
START DATABASE photos
START DATABASE $name WAIT 3
STOP DATABASE photos NOWAIT
ALTER DATABASE photos SET ACCESS READ ONLY
ALTER DATABASE photos IF EXISTS SET ACCESS READ WRITE
// --- aliases
CREATE ALIAS pics FOR DATABASE photos
CREATE ALIAS pics IF NOT EXISTS FOR DATABASE $name
CREATE OR REPLACE ALIAS pics FOR DATABASE photos
CREATE ALIAS far FOR DATABASE photos AT 'neo4j+s://example.org:7687' USER ada PASSWORD 'secret'
CREATE ALIAS far IF NOT EXISTS FOR DATABASE photos AT $url USER $user PASSWORD $password DRIVER {connection_timeout: duration('PT5S'), ssl_enforced: true}
ALTER ALIAS pics SET DATABASE TARGET photos
ALTER ALIAS far IF EXISTS SET DATABASE TARGET photos AT 'neo4j://example.org' USER bo PASSWORD $p DRIVER {logging_level: 'info'}
ALTER ALIAS far SET DATABASE USER bo
ALTER ALIAS far SET DATABASE PASSWORD 'other'
ALTER ALIAS far SET DATABASE DRIVER $settings
DROP ALIAS pics FOR DATABASE
DROP ALIAS pics IF EXISTS FOR DATABASE
SHOW ALIASES FOR DATABASE
SHOW ALIASES FOR DATABASES YIELD name, url WHERE name = 'far' RETURN url
SHOW ALIAS FOR DATABASES
// --- users
SHOW USERS
SHOW USERS YIELD user AS u, roles WHERE 'admin' IN roles RETURN u
SHOW CURRENT USER
SHOW CURRENT USER YIELD * WHERE user = 'ada'
CREATE USER ada SET PASSWORD 'secret'
CREATE USER ada IF NOT EXISTS SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED
CREATE OR REPLACE USER ada SET ENCRYPTED PASSWORD '0,8e3c' CHANGE REQUIRED SET STATUS SUSPENDED SET HOME DATABASE photos
CREATE USER $name SET PASSWORD $password SET PASSWORD CHANGE NOT REQUIRED SET STATUS ACTIVE
ALTER USER ada SET PASSWORD 'new'
ALTER USER ada IF EXISTS SET PASSWORD CHANGE REQUIRED
ALTER USER ada SET STATUS ACTIVE SET HOME DATABASE $db
ALTER USER ada REMOVE HOME DATABASE
ALTER CURRENT USER SET PASSWORD FROM 'old' TO $new
RENAME USER ada TO bo
RENAME USER ada IF EXISTS TO $name
DROP USER ada
DROP USER ada IF EXISTS
// --- roles
SHOW ROLES
SHOW ALL ROLES WITH USERS
SHOW POPULATED ROLES WITH USERS YIELD role WHERE role = 'x'
CREATE ROLE viewer
CREATE ROLE viewer IF NOT EXISTS AS COPY OF reader
CREATE OR REPLACE ROLE $role
RENAME ROLE viewer TO watcher
DROP ROLE viewer
DROP ROLE viewer IF EXISTS
GRANT ROLE viewer TO ada
GRANT ROLES viewer, $other TO ada, bo
REVOKE ROLE viewer FROM ada
REVOKE ROLES viewer, editor FROM ada, $user
// --- privileges
SHOW PRIVILEGES
SHOW ALL PRIVILEGES AS COMMANDS
SHOW PRIVILEGES AS REVOKE COMMANDS YIELD command
SHOW ROLE viewer PRIVILEGES
SHOW ROLES viewer, editor PRIVILEGES AS COMMANDS
SHOW USER PRIVILEGES
SHOW USER ada PRIVILEGES YIELD access, graph WHERE graph = '*' RETURN access
SHOW USERS ada, bo PRIVILEGES AS COMMANDS
GRANT TRAVERSE ON GRAPH * NODES * TO viewer
GRANT TRAVERSE ON HOME GRAPH ELEMENTS A, B TO viewer
DENY TRAVERSE ON GRAPH photos RELATIONSHIPS SHOWS TO viewer
REVOKE TRAVERSE ON GRAPHS photos, other NODE A (*) FROM viewer
GRANT READ {*} ON GRAPH photos TO viewer
GRANT READ {title, year} ON GRAPHS * NODES Photo TO viewer, $role
DENY READ {secret} ON DEFAULT GRAPH TO viewer
GRANT MATCH {*} ON GRAPH photos ELEMENTS * TO viewer
REVOKE GRANT MATCH {title} ON GRAPH * RELATIONSHIP SHOWS FROM viewer
REVOKE DENY READ {*} ON GRAPH * FROM viewer
GRANT MERGE {*} ON GRAPH photos NODES Photo TO editor
GRANT CREATE ON GRAPH photos TO editor
GRANT DELETE ON GRAPH photos RELATIONSHIPS * TO editor
GRANT SET LABEL Photo ON GRAPH photos TO editor
GRANT SET LABEL * ON GRAPH * TO editor
GRANT REMOVE LABEL A, B ON GRAPH photos TO editor
GRANT SET PROPERTY {title} ON GRAPH photos NODES Photo TO editor
GRANT WRITE ON GRAPH photos TO editor
GRANT ALL ON GRAPH photos TO editor
GRANT ALL PRIVILEGES ON GRAPHS * TO editor
GRANT ALL GRAPH PRIVILEGES ON GRAPH photos TO editor
GRANT ALL ON DATABASE photos TO keeper
GRANT ALL DATABASE PRIVILEGES ON DATABASES photos, other TO keeper
GRANT ALL DBMS PRIVILEGES ON DBMS TO boss
GRANT ACCESS ON DATABASE photos TO viewer
GRANT ACCESS ON HOME DATABASE TO viewer
GRANT START ON DATABASE * TO keeper
DENY STOP ON DATABASE photos TO keeper
GRANT CREATE INDEX ON DATABASE photos TO keeper
GRANT DROP INDEXES ON DATABASE photos TO keeper
GRANT SHOW INDEX ON DATABASE photos TO keeper
GRANT INDEX MANAGEMENT ON DATABASE photos TO keeper
GRANT INDEXES ON DATABASE photos TO keeper
GRANT CREATE CONSTRAINTS ON DATABASE photos TO keeper
GRANT CONSTRAINT MANAGEMENT ON DATABASE photos TO keeper
GRANT SHOW CONSTRAINTS ON DATABASE photos TO keeper
GRANT CREATE NEW LABELS ON DATABASE photos TO keeper
GRANT CREATE NEW NODE LABEL ON DATABASE photos TO keeper
GRANT CREATE NEW TYPES ON DATABASE photos TO keeper
GRANT CREATE NEW RELATIONSHIP TYPE ON DATABASE photos TO keeper
GRANT CREATE NEW NAMES ON DATABASE photos TO keeper
GRANT CREATE NEW PROPERTY NAME ON DATABASE photos TO keeper
GRANT NAME MANAGEMENT ON DATABASE photos TO keeper
GRANT NAME ON DATABASE photos TO keeper
GRANT SHOW TRANSACTION (*) ON DATABASE photos TO keeper
GRANT TERMINATE TRANSACTIONS (ada, $user) ON DATABASE photos TO keeper
GRANT TRANSACTION MANAGEMENT (*) ON DATABASES * TO keeper
GRANT TRANSACTION ON DATABASE photos TO keeper
GRANT ROLE MANAGEMENT ON DBMS TO boss
GRANT CREATE ROLE ON DBMS TO boss
GRANT RENAME ROLE ON DBMS TO boss
GRANT DROP ROLE ON DBMS TO boss
GRANT ASSIGN ROLE ON DBMS TO boss
GRANT REMOVE ROLE ON DBMS TO boss
GRANT SHOW ROLE ON DBMS TO boss
GRANT USER MANAGEMENT ON DBMS TO boss
GRANT CREATE USER ON DBMS TO boss
GRANT ALTER USER ON DBMS TO boss
GRANT SET PASSWORD ON DBMS TO boss
GRANT SET PASSWORDS ON DBMS TO boss
GRANT SET USER STATUS ON DBMS TO boss
GRANT SET USER HOME DATABASE ON DBMS TO boss
GRANT SHOW USER ON DBMS TO boss
GRANT DATABASE MANAGEMENT ON DBMS TO boss
GRANT CREATE DATABASE ON DBMS TO boss
GRANT DROP DATABASE ON DBMS TO boss
GRANT ALTER DATABASE ON DBMS TO boss
GRANT SET DATABASE ACCESS ON DBMS TO boss
GRANT ALIAS MANAGEMENT ON DBMS TO boss
GRANT CREATE ALIAS ON DBMS TO boss
GRANT SHOW ALIAS ON DBMS TO boss
GRANT PRIVILEGE MANAGEMENT ON DBMS TO boss
GRANT SHOW PRIVILEGE ON DBMS TO boss
GRANT ASSIGN PRIVILEGE ON DBMS TO boss
GRANT REMOVE PRIVILEGE ON DBMS TO boss
GRANT EXECUTE PROCEDURE * ON DBMS TO caller
GRANT EXECUTE PROCEDURES db.labels, apoc.*, my.?x* ON DBMS TO caller
GRANT EXECUTE BOOSTED PROCEDURE db.* ON DBMS TO caller
GRANT EXECUTE ADMIN PROCEDURES ON DBMS TO caller
GRANT EXECUTE ADMINISTRATOR PROCEDURES ON DBMS TO caller
GRANT EXECUTE FUNCTION * ON DBMS TO caller
GRANT EXECUTE USER FUNCTIONS my.* ON DBMS TO caller
GRANT EXECUTE USER DEFINED FUNCTION my.own.fn ON DBMS TO caller
DENY EXECUTE BOOSTED USER DEFINED FUNCTIONS my.* ON DBMS TO caller
GRANT IMPERSONATE (*) ON DBMS TO boss
GRANT IMPERSONATE (ada, $user) ON DBMS TO boss
DENY IMPERSONATE ON DBMS TO boss
