/**
 * Pro Santé Connect, the State's sign-in for health professionals, as a second way in: never a way to an account.
 *
 * <p>OpenID Connect, authorization code flow with PKCE. Nothing is kept for who is on the way but one sealed cookie of
 * five minutes, and no session begins before a pharmacist is vouched for whose RPPS and FINESS numbers are those of a
 * member who was invited. The provider is asked for nothing until somebody comes: one that is down stops nobody else.
 * Begins at {@link souspli.prosante.SignInByProSante}, whose comments are numbered.
 */
@Room(uses = {"directory", "keys", "pharmacies", "sealedlink", "settings", "signin", "staff", "tls", "trail"})
package souspli.prosante;

import souspli.Room;
