package dev.okxguard.testing;

import dev.okxguard.okx.Exchange;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An exchange that answers what a test lays down and nothing else, and remembers each question.
public final class Answers {
  private final Map<String, Function<List<Object>, Object>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// @param answer to the question's arguments; what it throws is a read that failed
  public Answers to(String question, Function<List<Object>, Object> answer) {
    answers.put(question, answer);
    return this;
  }

  public Exchange exchange() {
    return (Exchange)
        Proxy.newProxyInstance(
            Exchange.class.getClassLoader(),
            new Class<?>[] {Exchange.class},
            (_, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) {
    List<Object> all = arguments == null ? List.of() : Arrays.asList(arguments);
    asked.add(
        Stream.concat(Stream.of(method.getName()), all.stream().map(Object::toString))
            .collect(Collectors.joining(" ")));
    Function<List<Object>, Object> answer = answers.get(method.getName());
    if (answer == null) {
      throw new AssertionError(method.getName());
    }
    return answer.apply(all);
  }

  /// The questions that begin so, in the order of their words.
  public List<String> asked(String question) {
    return asked.stream().filter(it -> it.startsWith(question + " ")).sorted().toList();
  }
}
