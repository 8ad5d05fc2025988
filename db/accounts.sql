-- The accounts of the database and what each may do, table by table. The demo and the tests run this very file.
--
-- Run it as an administrator before the first `souspli migrate`, and again after an update that changes it: each run
-- takes all rights away and gives them anew, so this text is the whole truth. Fill in first:
--   ${database}          name of the database, souspli
--   ${host}              where the portal connects from, as MariaDB writes it: 127.0.0.1, 10.1.2.%
--   ${app-password}      what souspli.database.password-file holds
--   ${migrate-password}  what souspli.database.migration-password-file holds
--   ${directory-password}  what souspli.database.directory-password-file holds
--
-- MariaDB refuses a right on a table that is not there yet, unless CREATE is among the rights. So CREATE is given with
-- each and taken back in the second half: the rights are in place before the first table is.

CREATE DATABASE IF NOT EXISTS `${database}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE USER IF NOT EXISTS 'souspli_app'@'${host}' IDENTIFIED BY '${app-password}';
ALTER USER 'souspli_app'@'${host}' IDENTIFIED BY '${app-password}';
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'souspli_app'@'${host}';

CREATE USER IF NOT EXISTS 'souspli_migrate'@'${host}' IDENTIFIED BY '${migrate-password}';
ALTER USER 'souspli_migrate'@'${host}' IDENTIFIED BY '${migrate-password}';
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'souspli_migrate'@'${host}';

CREATE USER IF NOT EXISTS 'souspli_directory'@'${host}' IDENTIFIED BY '${directory-password}';
ALTER USER 'souspli_directory'@'${host}' IDENTIFIED BY '${directory-password}';
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'souspli_directory'@'${host}';

-- souspli_migrate: changes tables and reads none of what is in them. No DROP: a migration that must drop a table
-- asks for it here. The only rows it writes are the cells of the gate and the history of migrations. What it may do in
-- the trail is what its view trail_due lends the portal: to delete what is old enough, and nothing else.
GRANT CREATE, ALTER, INDEX, REFERENCES, CREATE VIEW ON `${database}`.* TO 'souspli_migrate'@'${host}';
GRANT CREATE, INSERT ON `${database}`.gate TO 'souspli_migrate'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.schema_history TO 'souspli_migrate'@'${host}';
GRANT CREATE, SELECT, DELETE ON `${database}`.trail TO 'souspli_migrate'@'${host}';

-- souspli_app: no DDL, no FILE, no SUPER. What is not deleted by the portal it may not delete; children of a link go
-- with the link by the database's own cascade, which needs no right.
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.pharmacy TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.link TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.tries TO 'souspli_app'@'${host}';
-- a revision is never changed, only removed with its link's custody
GRANT CREATE, SELECT, INSERT, DELETE ON `${database}`.result TO 'souspli_app'@'${host}';
-- an event is never changed and never removed by itself
GRANT CREATE, SELECT, INSERT ON `${database}`.event TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.draft TO 'souspli_app'@'${host}';
-- its cells are made by the migration
GRANT CREATE, SELECT, UPDATE ON `${database}`.gate TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.key_check TO 'souspli_app'@'${host}';
-- a member is disabled, never deleted: events name them
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.member TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.invitation TO 'souspli_app'@'${host}';
-- its cells come as they are needed and stay
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.sign_in_wait TO 'souspli_app'@'${host}';
-- a re-issue moves a row to the new link; what was never sent and is withdrawn is removed
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.outbox TO 'souspli_app'@'${host}';
-- a key is revoked, never deleted
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.api_key TO 'souspli_app'@'${host}';
-- who works where is looked up; a portal that somebody broke into cannot say it
GRANT CREATE, SELECT ON `${database}`.professional TO 'souspli_app'@'${host}';
GRANT CREATE, SELECT ON `${database}`.directory_load TO 'souspli_app'@'${host}';
-- a member removes their own; what let nobody in any more is not kept
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.passkey TO 'souspli_app'@'${host}';
-- what was used up is forgotten once it has expired
GRANT CREATE, SELECT, INSERT, DELETE ON `${database}`.passkey_challenge TO 'souspli_app'@'${host}';
-- a line of the trail is never changed, and deleted through the view alone, which shows what is old enough
GRANT CREATE, SELECT, INSERT ON `${database}`.trail TO 'souspli_app'@'${host}';
GRANT CREATE, DELETE ON `${database}`.trail_due TO 'souspli_app'@'${host}';
-- refusals are counted
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.refusal TO 'souspli_app'@'${host}';
-- who asked and who decided is kept; what nobody decided is forgotten
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.proposal TO 'souspli_app'@'${host}';
-- removed by its use, or for ten new ones; never changed
GRANT CREATE, SELECT, INSERT, DELETE ON `${database}`.recovery_code TO 'souspli_app'@'${host}';
-- the last name of a product counts
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.known_kit TO 'souspli_app'@'${host}';
-- whether the tables are those that this version knows
GRANT CREATE, SELECT ON `${database}`.schema_history TO 'souspli_app'@'${host}';

REVOKE CREATE ON `${database}`.pharmacy FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.link FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.tries FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.result FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.event FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.draft FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.gate FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.key_check FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.member FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.invitation FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.sign_in_wait FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.outbox FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.api_key FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.professional FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.directory_load FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.passkey FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.passkey_challenge FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.trail FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.trail_due FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.refusal FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.proposal FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.recovery_code FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.known_kit FROM 'souspli_app'@'${host}';
REVOKE CREATE ON `${database}`.schema_history FROM 'souspli_app'@'${host}';

-- souspli_directory: `souspli directory load` puts the public register in its place and sees nothing of ours.
GRANT CREATE, SELECT, INSERT, UPDATE, DELETE ON `${database}`.professional TO 'souspli_directory'@'${host}';
GRANT CREATE, SELECT, INSERT, UPDATE ON `${database}`.directory_load TO 'souspli_directory'@'${host}';
REVOKE CREATE ON `${database}`.professional FROM 'souspli_directory'@'${host}';
REVOKE CREATE ON `${database}`.directory_load FROM 'souspli_directory'@'${host}';
