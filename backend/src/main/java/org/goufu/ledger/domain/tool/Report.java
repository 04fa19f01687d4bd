package org.goufu.ledger.domain.tool;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Says in the reader's language what was found. */
final class Report {
    private final ResourceBundle words;
    private final PrintStream out;

    Report(Locale locale, PrintStream out) {
        var language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        this.words = ResourceBundle.getBundle(
                "org.goufu.ledger.domain.tool.words",
                language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.out = out;
    }

    /** Numbers are given as text: a verifier writes no thousands separators. */
    void say(String key, Object... arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) texts[i] = String.valueOf(arguments[i]);
        out.println(new MessageFormat(words.getString(key), Locale.ROOT).format(texts));
    }

    Outcome end(Outcome outcome) {
        say("outcome." + outcome);
        return outcome;
    }
}
