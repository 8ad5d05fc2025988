/**
 * How staff get in and stay in: password and second factor, sessions, accepting an invitation.
 *
 * <p>Who knows an address learns nothing about it and shuts nobody out. Begins at {@link souspli.signin.SignIn}; every
 * request below {@code /staff/} passes {@link souspli.signin.StaffGate}, which looks the member up anew.
 */
@Room(uses = {"keys", "limits", "mail", "pharmacies", "sealedlink", "settings", "staff", "trail", "web"})
package souspli.signin;

import souspli.Room;
