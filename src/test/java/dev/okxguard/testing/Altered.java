package dev.okxguard.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Values with one component replaced.
public final class Altered {
  private Altered() {}

  /// The same record but for that component.
  public static <R extends Record> R of(R before, String component, Object value) {
    RecordComponent[] components = before.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean named = components[i].getName().equals(component);
        found = found || named;
        values[i] = named ? value : components[i].getAccessor().invoke(before);
      }
      if (!found) {
        throw new IllegalArgumentException("no component " + component);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      Constructor<R> constructor = (Constructor<R>) before.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
