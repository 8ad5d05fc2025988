/**
 * What ends by itself. So far: whatever was withdrawn stays withdrawn, also after a crash or a restored backup; what is
 * owed to the registry outlives custody, for seven days after the issue at most; and old lines of the trail go.
 *
 * <p>Begins at {@link souspli.retention.EachMinute}.
 */
@Room(uses = {"accesslog", "keys", "links", "registry", "sealedlink", "settings", "trail"})
package souspli.retention;

import souspli.Room;
