/*
 * SPDX-FileCopyrightText: The PandaGraph Authors
 * SPDX-License-Identifier: GPL-3.0-only
 */

/*
 * Cypher as Neo4j 4.4 accepts it, and CypherPlus. Written from the openCypher specification, Neo4j 4.4's manual and
 * what a Neo4j 4.4.48 answers; tokens come from TokenReader, which knows Neo4j's rules for escapes and names.
 *
 * The tree serves one purpose: to find the CypherPlus constructs, their operands, and the result columns they stand in.
 * Neo4j parses the translated statement again. So the rules may accept a little more than Neo4j does (Neo4j then
 * reports it, at the user's position), never less. In particular all operators that bind looser than CypherPlus's share
 * one flat list (rule expression): whatever Neo4j makes of their precedence stays its own business, long chains need no deep tree.
 */
parser grammar CypherPlusParser;

tokens {
  // Symbols
  LPAREN, RPAREN, LBRACKET, RBRACKET, LBRACE, RBRACE, COMMA, DOT, DOTDOT, COLON, SEMICOLON, BAR, DOLLAR, QUESTION,
  PLUS, MINUS, STAR, SLASH, PERCENT, CARET, EQ, NEQ, LT, GT, LE, GE, PLUS_EQ, REGEX,
  // Neo4j draws pattern arrows with some typographic dashes and angle brackets, too.
  DASH, ARROW_LEFT, ARROW_RIGHT,
  // What carries text
  IDENTIFIER, QUOTED, STRING, INTEGER, DECIMAL,
  // CypherPlus: the arrow is part of pattern arrows as well
  ARROW, SEMANTIC, BLOB_LITERAL,
  // A character that starts no token, a string or comment without end
  INVALID,
  // Keywords, all of which may serve as names
  ACCESS, ACTIVE, ALIAS, ALIASES, ALL, ALLSHORTESTPATHS, ALTER, AND, ANY, AS, ASC, ASCENDING, ASSERT, ASSIGN, AT, BOOSTED,
  BRIEF, BTREE, BUILT, BY, CALL, CASE, CATALOG, CHANGE, COMMIT, CONSTRAINT, CONSTRAINTS, CONTAINS, COPY, CREATE, CSV, CURRENT,
  CYPHER, DATA, DATABASE, DATABASES, DBMS, DEFAULT, DEFINED, DELETE, DENY, DESC, DESCENDING, DESTROY, DETACH, DISTINCT, DRIVER,
  DROP, DUMP, EACH, ELEMENT, ELEMENTS, ELSE, ENCRYPTED, END, ENDS, EXECUTABLE, EXECUTE, EXIST, EXISTENCE, EXISTS, EXPLAIN,
  EXTRACT, FALSE, FIELDTERMINATOR, FILTER, FOR, FOREACH, FROM, FULLTEXT, FUNCTION, FUNCTIONS, GRANT, GRAPH, GRAPHS, HEADERS,
  HOME, IF, IMPERSONATE, IN, INDEX, INDEXES, IS, JOIN, KEY, LABEL, LABELS, LIMIT, LOAD, LOOKUP, MANAGEMENT, MATCH, MERGE, NAME,
  NAMES, NEW, NODE, NODES, NONE, NOT, NOWAIT, NULL, OF, ON, ONLY, OPTIONAL, OPTIONS, OR, ORDER, OUTPUT, PASSWORD, PASSWORDS,
  PERIODIC, PLAINTEXT, POINT, POPULATED, PRIVILEGE, PRIVILEGES, PROCEDURE, PROCEDURES, PROFILE, PROPERTY, RANGE, READ, REDUCE,
  REL, RELATIONSHIP, RELATIONSHIPS, REMOVE, RENAME, REPLACE, REQUIRE, REQUIRED, RETURN, REVOKE, ROLE, ROLES, ROW, ROWS, SCAN,
  SEC, SECOND, SECONDS, SEEK, SET, SHORTESTPATH, SHOW, SINGLE, SKIP_, START, STARTS, STATUS, STOP, SUSPENDED, TARGET,
  TERMINATE, TEXT, THEN, TO, TRANSACTION, TRANSACTIONS, TRAVERSE, TRUE, TYPE, TYPES, UNION, UNIQUE, UNWIND, USE, USER, USERS,
  USING, VERBOSE, WAIT, WHEN, WHERE, WITH, WRITE, XOR, YIELD
}

// ---- Statements ----

statements: preParserOption* statement (SEMICOLON statement)* SEMICOLON* EOF;

preParserOption
  : CYPHER (DECIMAL | INTEGER)? (name EQ name)*
  | EXPLAIN
  | PROFILE
  ;

statement
  : periodicCommit? query
  | useClause? command
  ;

periodicCommit: USING PERIODIC COMMIT INTEGER?;

query: singleQuery (UNION ALL? singleQuery)*;

singleQuery: clause+;

clause
  : useClause
  | returnClause
  | withClause
  | matchClause
  | createClause
  | mergeClause
  | setClause
  | removeClause
  | deleteClause
  | unwindClause
  | subqueryClause
  | callClause
  | loadCsvClause
  | foreachClause
  ;

// ---- Clauses ----

useClause: USE GRAPH? (name DOT)* name (LPAREN arguments? RPAREN)? | USE GRAPH? parameter;

returnClause: RETURN projection;

withClause: WITH projection whereClause?;

projection: DISTINCT? projectionItems orderBy? skipRows? limitRows?;

projectionItems: STAR (COMMA projectionItem)* | projectionItem (COMMA projectionItem)*;

projectionItem: expression (AS variable)?;

orderBy: ORDER BY sortItem (COMMA sortItem)*;

sortItem: expression (ASC | ASCENDING | DESC | DESCENDING)?;

skipRows: SKIP_ expression;

limitRows: LIMIT expression;

whereClause: WHERE expression;

matchClause: OPTIONAL? MATCH patternList hint* whereClause?;

hint
  : USING (BTREE | TEXT | RANGE | POINT)? INDEX SEEK? variable COLON name LPAREN name (COMMA name)* RPAREN
  | USING JOIN ON variable (COMMA variable)*
  | USING SCAN variable COLON name
  ;

createClause: CREATE UNIQUE? patternList;

mergeClause: MERGE pattern (ON (CREATE | MATCH) setClause)*;

setClause: SET setItem (COMMA setItem)*;

setItem
  : propertyReference EQ expression
  | variable EQ expression
  | variable PLUS_EQ expression
  | variable nodeLabels
  ;

// The value that holds the property may be computed: SET (CASE ... END).name = 1, SET x[0].name = 1.
propertyReference: atom (postfix)* DOT name;

removeClause: REMOVE removeItem (COMMA removeItem)*;

removeItem: propertyReference | variable nodeLabels;

deleteClause: DETACH? DELETE expression (COMMA expression)*;

unwindClause: UNWIND expression AS variable;

subqueryClause: CALL LBRACE query RBRACE (IN TRANSACTIONS (OF expression (ROW | ROWS))?)?;

callClause: CALL (name DOT)* name (LPAREN arguments? RPAREN)? (YIELD (STAR | yieldItem (COMMA yieldItem)*) whereClause?)?;

yieldItem: name (AS variable)?;

loadCsvClause: LOAD CSV (WITH HEADERS)? FROM expression AS variable (FIELDTERMINATOR STRING)?;

foreachClause: FOREACH LPAREN variable IN expression BAR clause+ RPAREN;

// ---- Patterns ----

patternList: pattern (COMMA pattern)*;

pattern: (variable EQ)? (shortestPath | patternElement);

shortestPath: (SHORTESTPATH | ALLSHORTESTPATHS) LPAREN patternElement RPAREN;

patternElement: nodePattern (relationshipPattern nodePattern)*;

nodePattern: LPAREN variable? nodeLabels? properties? whereClause? RPAREN;

nodeLabels: (COLON name)+;

properties: map | parameter;

relationshipPattern
  : (LT | ARROW_LEFT)? dash relationshipDetail? (dash (GT | ARROW_RIGHT)? | ARROW)
  ;

relationshipDetail: LBRACKET variable? relationshipTypes? pathLength? properties? RBRACKET;

relationshipTypes: COLON name (BAR COLON? name)*;

pathLength: STAR (INTEGER? DOTDOT INTEGER? | INTEGER)?;

dash: MINUS | DASH;

// ---- Expressions ----

// All operators that bind looser than CypherPlus's, in one flat list. NOT is an operator at the start and behind
// OR, XOR and AND; elsewhere Neo4j takes it for a name, so that 1 = NOT[0] looks into a list.
expression: NOT* operand ((OR | XOR | AND) NOT* operand | binaryOperator operand)*;

operand: (PLUS | MINUS)* semantic nullTest*;

nullTest: IS NOT? NULL;

binaryOperator
  : EQ | NEQ | LT | GT | LE | GE
  | REGEX | IN | CONTAINS | STARTS WITH | ENDS WITH
  | PLUS | MINUS | STAR | SLASH | PERCENT | CARET
  ;

// CypherPlus's operators, left-associative.
semantic: value (SEMANTIC value)*;

value: atom postfix*;

postfix
  : DOT name                                          # propertyLookup
  | ARROW name                                        # subProperty
  | nodeLabels                                        # labelTest
  | LBRACKET expression RBRACKET                      # subscript
  | LBRACKET expression? DOTDOT expression? RBRACKET  # slice
  ;

atom
  : BLOB_LITERAL
  | literal
  | parameter
  | caseExpression
  | patternExpression
  | parenthesized
  | listComprehension
  | patternComprehension
  | list
  | map
  | existsSubquery
  | iterableFunction
  | reduceFunction
  | shortestPath
  | functionCall
  | mapProjection
  | variable
  ;

literal: INTEGER | DECIMAL | STRING | TRUE | FALSE | NULL;

// {name} is the form of Neo4j 3, which 4.4 still reads (and then refuses, naming the new one).
parameter: DOLLAR (name | INTEGER) | LBRACE (name | INTEGER) RBRACE;

caseExpression: CASE expression? caseBranch+ (ELSE expression)? END;

caseBranch: WHEN expression THEN expression;

patternExpression: nodePattern (relationshipPattern nodePattern)+;

parenthesized: LPAREN expression RPAREN;

listComprehension: LBRACKET variable IN expression whereClause? (BAR expression)? RBRACKET;

patternComprehension: LBRACKET (variable EQ)? patternExpression whereClause? BAR expression RBRACKET;

list: LBRACKET (expression (COMMA expression)*)? RBRACKET;

map: LBRACE (mapEntry (COMMA mapEntry)*)? RBRACE;

mapEntry: name COLON expression;

existsSubquery: EXISTS LBRACE MATCH? patternList whereClause? RBRACE;

iterableFunction
  : (ALL | ANY | NONE | SINGLE | FILTER) LPAREN variable IN expression whereClause? RPAREN
  | EXTRACT LPAREN variable IN expression whereClause? (BAR expression)? RPAREN
  ;

reduceFunction: REDUCE LPAREN variable EQ expression COMMA variable IN expression BAR expression RPAREN;

functionCall: (name DOT)* name LPAREN (STAR | DISTINCT? arguments)? RPAREN;

arguments: expression (COMMA expression)*;

mapProjection: variable LBRACE (mapProjectionItem (COMMA mapProjectionItem)*)? RBRACE;

mapProjectionItem
  : name COLON expression
  | DOT STAR
  | DOT name
  | variable
  ;

// ---- Commands ----

command
  : createIndex | dropIndex | createConstraint | dropConstraint
  | createRole | createUser | createDatabase | createAlias
  | dropRole | dropUser | dropDatabase | dropAlias
  | alterUser | alterCurrentUser | alterDatabase | alterAlias
  | renameRole | renameUser
  | startDatabase | stopDatabase
  | grantRoles | revokeRoles | grantPrivilege | denyPrivilege | revokePrivilege
  | showCommand | terminateTransactions
  ;

ifNotExists: IF NOT EXISTS;

ifExists: IF EXISTS;

options: OPTIONS (map | parameter);

createIndex
  : CREATE (OR REPLACE)? (BTREE | RANGE | TEXT | POINT)? INDEX name? ifNotExists? FOR schemaPattern ON propertyGroup options?
  | CREATE (OR REPLACE)? LOOKUP INDEX name? ifNotExists? FOR schemaPattern ON EACH? name (LPAREN variable RPAREN)? options?
  | CREATE (OR REPLACE)? FULLTEXT INDEX name? ifNotExists? FOR schemaPattern ON EACH LBRACKET propertyPath (COMMA propertyPath)* RBRACKET options?
  | CREATE INDEX ON COLON name LPAREN name (COMMA name)* RPAREN
  ;

dropIndex
  : DROP INDEX ON COLON name LPAREN name (COMMA name)* RPAREN
  | DROP INDEX name ifExists?
  ;

schemaPattern
  : LPAREN variable (COLON name (BAR name)*)? RPAREN
  | LPAREN RPAREN (LT | ARROW_LEFT)? dash LBRACKET variable (COLON name (BAR name)*)? RBRACKET (dash (GT | ARROW_RIGHT)? | ARROW) LPAREN RPAREN
  ;

propertyPath: variable DOT name;

propertyGroup: LPAREN propertyPath (COMMA propertyPath)* RPAREN | propertyPath;

createConstraint
  : CREATE (OR REPLACE)? CONSTRAINT (ON | name? ifNotExists? (ON | FOR)) schemaPattern (ASSERT | REQUIRE) constraintCondition options?
  ;

constraintCondition
  : EXISTS propertyGroup
  | propertyGroup IS (NOT NULL | UNIQUE | (NODE | RELATIONSHIP | REL)? KEY)
  ;

dropConstraint
  : DROP CONSTRAINT ON schemaPattern ASSERT constraintCondition
  | DROP CONSTRAINT name ifExists?
  ;

nameOrParameter: name | parameter;

nameOrParameters: nameOrParameter (COMMA nameOrParameter)*;

// Database and alias names may hold dots.
databaseName: name (DOT name)* | parameter;

databaseNames: databaseName (COMMA databaseName)*;

createRole: CREATE (OR REPLACE)? ROLE nameOrParameter ifNotExists? (AS COPY OF nameOrParameter)?;

dropRole: DROP ROLE nameOrParameter ifExists?;

renameRole: RENAME ROLE nameOrParameter ifExists? TO nameOrParameter;

renameUser: RENAME USER nameOrParameter ifExists? TO nameOrParameter;

createUser: CREATE (OR REPLACE)? USER nameOrParameter ifNotExists? userAttribute+;

alterUser: ALTER USER nameOrParameter ifExists? (userAttribute | REMOVE HOME DATABASE)+;

userAttribute
  : SET? (PLAINTEXT | ENCRYPTED)? PASSWORD (STRING | parameter)? (CHANGE NOT? REQUIRED)?
  | SET STATUS (ACTIVE | SUSPENDED)
  | SET HOME DATABASE databaseName
  ;

alterCurrentUser: ALTER CURRENT USER SET PASSWORD FROM (STRING | parameter) TO (STRING | parameter);

dropUser: DROP USER nameOrParameter ifExists?;

createDatabase: CREATE (OR REPLACE)? DATABASE databaseName ifNotExists? options? waitOption?;

dropDatabase: DROP DATABASE databaseName ifExists? ((DUMP | DESTROY) DATA)? waitOption?;

alterDatabase: ALTER DATABASE databaseName ifExists? SET ACCESS READ (ONLY | WRITE);

startDatabase: START DATABASE databaseName waitOption?;

stopDatabase: STOP DATABASE databaseName waitOption?;

waitOption: WAIT (INTEGER (SEC | SECOND | SECONDS)?)? | NOWAIT;

createAlias: CREATE (OR REPLACE)? ALIAS databaseName ifNotExists? FOR DATABASE databaseName remoteAlias? driverSettings?;

alterAlias: ALTER ALIAS databaseName ifExists? SET DATABASE (TARGET databaseName remoteAlias? | USER nameOrParameter | PASSWORD (STRING | parameter) | driverSettings)+;

remoteAlias: AT (STRING | parameter) (USER nameOrParameter PASSWORD (STRING | parameter))?;

driverSettings: DRIVER (map | parameter);

dropAlias: DROP ALIAS databaseName ifExists? FOR DATABASE;

grantRoles: GRANT (ROLE | ROLES) nameOrParameters TO nameOrParameters;

revokeRoles: REVOKE (ROLE | ROLES) nameOrParameters FROM nameOrParameters;

grantPrivilege: GRANT privilege TO nameOrParameters;

denyPrivilege: DENY privilege TO nameOrParameters;

revokePrivilege: REVOKE (GRANT | DENY)? privilege FROM nameOrParameters;

privilege
  : ALL (graphOrDatabase? PRIVILEGES)? ON privilegeScope
  | privilegeAction privilegeResource? ON privilegeScope privilegeQualifier?
  ;

graphOrDatabase: GRAPH | DATABASE | DBMS;

privilegeAction
  : ACCESS | START | STOP | TRAVERSE | READ | MATCH | MERGE | WRITE | DELETE
  | CREATE NEW? privilegeObject? NAME?
  | CREATE NEW (NODE? LABEL | RELATIONSHIP? TYPE | PROPERTY? NAME)
  | DROP privilegeObject
  | SHOW privilegeObject
  | SET (LABEL | PROPERTY | privilegeObject | USER (STATUS | HOME DATABASE) | PASSWORD | PASSWORDS | DATABASE ACCESS)
  | REMOVE (LABEL | PROPERTY | PRIVILEGE | ROLE)
  | ALTER privilegeObject
  | RENAME privilegeObject
  | ASSIGN (PRIVILEGE | ROLE)
  | (INDEX | INDEXES | CONSTRAINT | CONSTRAINTS | NAME | TRANSACTION | USER | ROLE | PRIVILEGE | DATABASE | ALIAS) MANAGEMENT?
  | TERMINATE (TRANSACTION | TRANSACTIONS)
  | EXECUTE (name (PROCEDURE | PROCEDURES) | BOOSTED? (PROCEDURE | PROCEDURES | USER DEFINED? (FUNCTION | FUNCTIONS) | FUNCTION | FUNCTIONS))
  | IMPERSONATE
  ;

privilegeObject
  : NODE? (LABEL | LABELS) | RELATIONSHIP? (TYPE | TYPES) | PROPERTY? (NAME | NAMES)
  | INDEX | INDEXES | CONSTRAINT | CONSTRAINTS | TRANSACTION | TRANSACTIONS
  | ROLE | ROLES | USER | USERS | PRIVILEGE | PRIVILEGES | DATABASE | DATABASES | ALIAS | ALIASES
  ;

privilegeResource
  : LBRACE (STAR | name (COMMA name)*) RBRACE
  | LPAREN (STAR | nameOrParameters) RPAREN
  | globs
  | STAR
  | nameOrParameters
  ;

privilegeScope
  : DBMS
  | HOME (GRAPH | DATABASE) | DEFAULT (GRAPH | DATABASE)
  | (GRAPH | GRAPHS | DATABASE | DATABASES) (STAR | databaseNames)
  ;

// The user list of TRANSACTION, the globs of EXECUTE and the element lists of the graph privileges.
privilegeQualifier
  : (ELEMENT | ELEMENTS | NODE | NODES | RELATIONSHIP | RELATIONSHIPS) (STAR | names)  (LPAREN STAR RPAREN)?
  | FOR LPAREN variable? nodeLabels? RPAREN
  | LPAREN (STAR | nameOrParameters) RPAREN
  ;

names: name (COMMA name)*;

globs: glob (COMMA glob)*;

glob: (name | STAR | QUESTION | DOT | INTEGER)+;

showCommand
  : SHOW showSubject (showFilter | showProjection)?
  ;

showSubject
  : (ALL | BTREE | FULLTEXT | LOOKUP | POINT | RANGE | TEXT)? (INDEX | INDEXES) showOutput?
  | showConstraintKind? (CONSTRAINT | CONSTRAINTS) showOutput?
  | (PROCEDURE | PROCEDURES) executableBy?
  | (ALL | BUILT IN | USER DEFINED)? (FUNCTION | FUNCTIONS) executableBy?
  | (TRANSACTION | TRANSACTIONS) transactionIds?
  | (ALL | POPULATED)? (ROLE | ROLES) (WITH (USER | USERS))?
  | (USER | USERS)
  | CURRENT USER
  | ALL? (PRIVILEGE | PRIVILEGES) showAsCommands?
  | (ROLE | ROLES) nameOrParameters (PRIVILEGE | PRIVILEGES) showAsCommands?
  | (USER | USERS) nameOrParameters? (PRIVILEGE | PRIVILEGES) showAsCommands?
  | (HOME | DEFAULT) DATABASE
  | DATABASE databaseName
  | (DATABASE | DATABASES)
  | (ALIAS | ALIASES) databaseName? FOR (DATABASE | DATABASES)
  ;

showOutput: (BRIEF | VERBOSE) OUTPUT?;

showConstraintKind
  : ALL | UNIQUE
  | (NODE | RELATIONSHIP | REL)? (KEY | PROPERTY? (EXIST | EXISTS | EXISTENCE) | UNIQUE)
  ;

executableBy: EXECUTABLE (BY (CURRENT USER | name))?;

transactionIds: (STRING | parameter) (COMMA STRING)*;

showAsCommands: AS REVOKE? nameOfCommands;

// COMMAND and COMMANDS are words here alone.
nameOfCommands: IDENTIFIER;

showFilter: whereClause;

showProjection: YIELD (STAR | yieldItem (COMMA yieldItem)*) orderBy? (SKIP_ signedInteger)? (LIMIT signedInteger)? whereClause? returnClause?;

signedInteger: MINUS? INTEGER;

terminateTransactions: TERMINATE (TRANSACTION | TRANSACTIONS) transactionIds;

// ---- Names ----

variable: name;

name: IDENTIFIER | QUOTED | keyword;

keyword
  : ACCESS | ACTIVE | ALIAS | ALIASES | ALL | ALLSHORTESTPATHS | ALTER | AND | ANY | AS | ASC | ASCENDING | ASSERT | ASSIGN | AT
  | BOOSTED | BRIEF | BTREE | BUILT | BY | CALL | CASE | CATALOG | CHANGE | COMMIT | CONSTRAINT | CONSTRAINTS | CONTAINS | COPY
  | CREATE | CSV | CURRENT | CYPHER | DATA | DATABASE | DATABASES | DBMS | DEFAULT | DEFINED | DELETE | DENY | DESC | DESCENDING
  | DESTROY | DETACH | DISTINCT | DRIVER | DROP | DUMP | EACH | ELEMENT | ELEMENTS | ELSE | ENCRYPTED | END | ENDS | EXECUTABLE
  | EXECUTE | EXIST | EXISTENCE | EXISTS | EXPLAIN | EXTRACT | FALSE | FIELDTERMINATOR | FILTER | FOR | FOREACH | FROM | FULLTEXT
  | FUNCTION | FUNCTIONS | GRANT | GRAPH | GRAPHS | HEADERS | HOME | IF | IMPERSONATE | IN | INDEX | INDEXES | IS | JOIN | KEY
  | LABEL | LABELS | LIMIT | LOAD | LOOKUP | MANAGEMENT | MATCH | MERGE | NAME | NAMES | NEW | NODE | NODES | NONE | NOT | NOWAIT
  | NULL | OF | ON | ONLY | OPTIONAL | OPTIONS | OR | ORDER | OUTPUT | PASSWORD | PASSWORDS | PERIODIC | PLAINTEXT | POINT
  | POPULATED | PRIVILEGE | PRIVILEGES | PROCEDURE | PROCEDURES | PROFILE | PROPERTY | RANGE | READ | REDUCE | REL | RELATIONSHIP
  | RELATIONSHIPS | REMOVE | RENAME | REPLACE | REQUIRE | REQUIRED | RETURN | REVOKE | ROLE | ROLES | ROW | ROWS | SCAN | SEC
  | SECOND | SECONDS | SEEK | SET | SHORTESTPATH | SHOW | SINGLE | SKIP_ | START | STARTS | STATUS | STOP | SUSPENDED | TARGET
  | TERMINATE | TEXT | THEN | TO | TRANSACTION | TRANSACTIONS | TRAVERSE | TRUE | TYPE | TYPES | UNION | UNIQUE | UNWIND | USE
  | USER | USERS | USING | VERBOSE | WAIT | WHEN | WHERE | WITH | WRITE | XOR | YIELD
  ;
