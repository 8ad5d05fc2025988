/**
 * What ends by itself. So far: whatever was withdrawn stays withdrawn, also after a crash or a restored backup.
 *
 * <p>Begins at {@link souspli.retention.EachMinute}.
 */
@Room(uses = {"keys", "links", "sealedlink"})
package souspli.retention;

import souspli.Room;
