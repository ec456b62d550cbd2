package dev.okxguard.guard;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// A copy of a record with one component changed.
final class With {
  private With() {}

  static <R extends Record> R with(R original, String component, Object value) {
    RecordComponent[] parts = original.getClass().getRecordComponents();
    Object[] values = new Object[parts.length];
    boolean found = false;
    try {
      for (int i = 0; i < parts.length; i++) {
        boolean hit = parts[i].getName().equals(component);
        found |= hit;
        values[i] = hit ? value : parts[i].getAccessor().invoke(original);
      }
      if (!found) {
        throw new IllegalArgumentException("no component " + component);
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      Constructor<R> constructor =
          (Constructor<R>) original.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
