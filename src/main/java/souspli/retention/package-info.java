/**
 * What ends by itself. So far: whatever was withdrawn stays withdrawn, also after a crash or a restored backup, and old
 * lines of the trail go.
 *
 * <p>Begins at {@link souspli.retention.EachMinute}.
 */
@Room(uses = {"keys", "links", "sealedlink", "trail"})
package souspli.retention;

import souspli.Room;
