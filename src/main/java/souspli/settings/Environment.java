package souspli.settings;

/** What a deployment is for. Everything that is not {@link #PRODUCTION} says so on each page and slip. */
public enum Environment {
  PRODUCTION,
  DEMO,
  TEST;

  public boolean isProduction() {
    return this == PRODUCTION;
  }
}
