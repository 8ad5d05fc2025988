/**
 * The registry receives each result once, and nothing waits for it.
 *
 * <p>A use case of the counter owes a revision in its own transaction ({@link souspli.registry.Outbox}); no message is
 * stored. In the background a sender leases what is owed by the database's clock, builds the message from the sealed
 * rows, sends it over mutual TLS, and settles the row by the answer. Begins at {@link souspli.registry.Sender}.
 */
@Room(uses = {"accesslog", "keys", "limits", "result", "sealedlink", "settings", "tls"})
package souspli.registry;

import souspli.Room;
