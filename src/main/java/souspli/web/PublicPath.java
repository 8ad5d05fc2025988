package souspli.web;

import java.util.Set;

/**
 * One line of {@link PublicPaths}.
 *
 * @param path as the public writes it
 * @param target view or servlet inside the application
 * @param methods those that answer; HEAD is allowed wherever GET is
 */
record PublicPath(String path, String target, Set<String> methods) {
  PublicPath {
    methods = Set.copyOf(methods);
  }

  static PublicPath to(String path, String target, String... methods) {
    return new PublicPath(path, target, Set.of(methods));
  }

  boolean allows(String method) {
    return methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
  }
}
