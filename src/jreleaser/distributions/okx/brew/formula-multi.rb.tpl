class {{brewFormulaName}} < Formula
  desc "{{projectDescription}}"
  homepage "{{projectLinkHomepage}}"
  version "{{projectVersion}}"
  license "{{projectLicense}}"

  {{brewMultiPlatform}}

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/okx"
    man1.install_symlink Dir["#{libexec}/share/man/man1/*.1"]
    bash_completion.install_symlink libexec/"share/bash-completion/completions/okx"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_okx"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/okx.fish"
  end

  test do
    assert_match "{{projectVersion}}", shell_output("#{bin}/okx --version")
  end
end
