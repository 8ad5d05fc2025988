/**
 * Letters to staff, in plain text: an invitation's link, and that a factor changed or was guessed at.
 *
 * <p>Nothing of a patient is ever in one. Without a server nobody is written to and everything works. Begins at {@link
 * souspli.mail.Post}; {@link souspli.mail.Letters} holds every letter there is.
 */
@Room(uses = {"settings", "staff", "tls", "web"})
package souspli.mail;

import souspli.Room;
