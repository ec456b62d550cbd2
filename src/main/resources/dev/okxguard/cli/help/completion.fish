# Completion of okx for fish. Made from the command tree: 'okx completion fish' prints it.
#
# Profiles are the headings of the configuration file; instruments are those that 'okx market
# instruments' and 'okx market tickers' showed. No value is read, nothing is run or asked.

function __okx_profiles
    set -l file $HOME/.okx/config.toml
    test -n "$OKX_CONFIG"; and set file $OKX_CONFIG
    set -l last
    for word in (commandline -opc)
        test "$last" = --config; and set file $word
        string match -q -- '--config=*' $word; and set file (string replace -- --config= '' $word)
        set last $word
    end
    set file (string replace -r '^~/' $HOME/ -- $file)
    test -f "$file" -a -r "$file"; or return
    string replace -rf '^\s*\[\s*profiles\."?([A-Za-z0-9_-]+)"?\s*\].*' '$1' <$file
end

function __okx_instruments
    for list in $HOME/.okx/cache/instruments-{live,demo,paper}
        test -f $list -a -r $list; and string match -r '^[A-Za-z0-9_-]+$' <$list
    end
end

# The words of the command so far, without options and their values.
function __okx_words
    set -l valued @VALUED@
    set -l skip 0
    set -l words
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if contains -- $word $valued
            set skip 1
        else if not string match -q -- '-*' $word
            set -a words $word
        end
    end
    echo "$words"
end

function __okx_at
    test (__okx_words) = "$argv[1]"
end

function __okx_in
    string match -q -- "$argv[1] *" (__okx_words)" "
end

# Whether so many words stand behind that command.
function __okx_behind
    string match -qr -- "^$argv[1]( [^ ]+){$argv[2]}\$" (__okx_words)
end

complete -c okx -f
