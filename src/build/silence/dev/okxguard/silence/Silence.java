package dev.okxguard.silence;

import java.util.ResourceBundle;

/// Has Java itself log nothing: standard error is for what okx has to say.
public final class Silence extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new Silent(name);
  }

  private record Silent(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle texts, String message, Throwable thrown) {}

    @Override
    public void log(Level level, ResourceBundle texts, String format, Object... arguments) {}
  }
}
