package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextListener;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What asks to be injected into is found by the container: with discovery of annotated classes only, {@code @Singleton}
 * and {@code @Named} alone make no bean, and that shows only when somebody opens the page.
 */
class BeansTest {
  private static final List<Class<? extends Annotation>> MAKE_A_BEAN =
      List.of(Dependent.class, ApplicationScoped.class, RequestScoped.class, SessionScoped.class, ViewScoped.class);

  private static final List<Class<?>> MADE_BY_THE_SERVER =
      List.of(Servlet.class, Filter.class, ServletContextListener.class);

  @Test
  void whoeverIsInjectedIsABean() {
    List<String> lost =
        House.CLASSES.stream()
            .filter(BeansTest::isInjected)
            .filter(type -> MAKE_A_BEAN.stream().noneMatch(type::isAnnotatedWith))
            .filter(type -> MADE_BY_THE_SERVER.stream().noneMatch(type::isAssignableTo))
            .map(JavaClass::getName)
            .toList();
    assertEquals(List.of(), lost);
  }

  private static boolean isInjected(JavaClass type) {
    Stream<JavaMember> members = Stream.concat(type.getConstructors().stream(), type.getFields().stream());
    return members.anyMatch(member -> member.isAnnotatedWith(Inject.class));
  }
}
