/**
 * Who we are to another server, and whom we believe: keys and certificates out of PEM files.
 *
 * <p>Begins at {@link souspli.tls.TlsFiles}. What cannot be read is a {@link java.security.GeneralSecurityException}
 * that names the file, so that an operator knows which one to mend. Nothing here opens a connection.
 */
@Room(uses = {})
package souspli.tls;

import souspli.Room;
