/**
 * What happened to a link, and by whom: the holder can read all of it.
 *
 * <p>An event is one durable row, written in the transaction of what it tells, never changed and never removed before
 * the link itself. It names no person but a member of staff by number; the holder is 0. Begins at {@link
 * souspli.accesslog.Events}.
 */
@Room(uses = {"sealedlink"})
package souspli.accesslog;

import souspli.Room;
