package dev.okxguard.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for work beside the main one; none of them keeps the process alive. They are the
/// operating system's own: a virtual thread that once waited for a socket leaves a poller behind,
/// and Java waits 0.3 s for that one when the process ends.
public final class Daemons {
  private Daemons() {}

  /// Starts it on a thread of its own.
  public static void start(Runnable work) {
    Thread.ofPlatform().daemon().start(work);
  }

  /// A thread for each task that finds none idle.
  public static ExecutorService executor() {
    return Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
  }
}
