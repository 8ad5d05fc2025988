package souspli.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Hands the server's pool of {@link Database} connections to every ledger; READ COMMITTED throughout (web.xml). */
@Dependent
public class Pool {
  @Produces
  @Resource(lookup = "java:app/jdbc/souspli")
  private DataSource pool;
}
