/**
 * The keys outside the database: what a stolen dump lacks. Promises that a key file is one of ours, is made only once,
 * is known by its key check, and leaves nothing behind when it is destroyed; and that a withdrawal survives the restore
 * of a backup ({@link souspli.keys.WithdrawnFile}).
 *
 * <p>The road begins at {@link souspli.keys.KeyDirectory}.
 */
@Room(uses = {"sealedlink", "settings"})
package souspli.keys;

import souspli.Room;
