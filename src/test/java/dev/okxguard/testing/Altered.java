package dev.okxguard.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
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
        values[i] = named ? value : read(before, components[i].getAccessor());
      }
      if (!found) {
        throw new IllegalArgumentException("no component " + component);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      Constructor<R> constructor = (Constructor<R>) before.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object read(Record from, Method accessor) throws ReflectiveOperationException {
    accessor.setAccessible(true);
    return accessor.invoke(from);
  }
}
