package dev.okxguard.guard;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// A copy of a record with one component changed.
final class With {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private With() {}

  static <R extends Record> R with(R original, String component, Object value) {
    Shape shape = SHAPES.get(original.getClass());
    int at = shape.names().indexOf(component);
    if (at < 0) {
      throw new IllegalArgumentException("no component " + component);
    }
    try {
      Object[] values = new Object[shape.names().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i == at ? value : shape.accessors().get(i).invoke(original);
      }
      @SuppressWarnings("unchecked")
      R changed = (R) shape.constructor().newInstance(values);
      return changed;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Looked up once a type, since the properties make many records.
  private record Shape(List<String> names, List<Method> accessors, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(
            Arrays.stream(parts).map(RecordComponent::getName).toList(),
            Arrays.stream(parts).map(RecordComponent::getAccessor).toList(),
            type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
