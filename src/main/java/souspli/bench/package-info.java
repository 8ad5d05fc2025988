/**
 * How fast it opens: the same clients against a running portal and against its database alone, so that the one can be
 * judged by the other. Bounded in time and number. The road begins in {@code Benchmark.run}.
 */
@Room(uses = {"mariadb"})
package souspli.bench;

import souspli.Room;
