/**
 * A registry to try the transfer with: it stands in for the national one in the demo and in tests, and is never
 * reached by a portal in production.
 *
 * <p>It speaks TLS 1.3, asks for a certificate, keeps of each report its id, status and version and nothing else,
 * and can fail in every way that a real one does. Begins at {@link souspli.standin.StandInRegistry}.
 */
@Room(uses = {})
package souspli.standin;

import souspli.Room;
