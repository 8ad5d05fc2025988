/**
 * A real MariaDB server for the demo and the tests, with production's accounts; production brings its own. The road
 * begins in {@code EmbeddedMariaDb.start}: lock the directory, stop what a killed one left, unpack, bootstrap, start
 * with the accounts, wait until it answers.
 */
@Room
package souspli.mariadb;

import souspli.Room;
