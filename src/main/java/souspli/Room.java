package souspli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rooms that a room may use. A use that is not named and a name that is not used both fail the build ({@code
 * house/RoomsTest}), so what stands on a {@code package-info.java} is the truth.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Room {
  /** The last part of each used room's package name. */
  String[] uses() default {};
}
