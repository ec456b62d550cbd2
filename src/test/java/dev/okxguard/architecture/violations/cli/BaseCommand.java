package dev.okxguard.architecture.violations.cli;

import java.util.concurrent.Callable;

/// What every verb extends.
public abstract class BaseCommand implements Callable<Integer> {
  @Override
  public final Integer call() {
    return 0;
  }
}
