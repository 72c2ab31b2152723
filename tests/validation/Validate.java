// Runs veraPDF over PDF files for PDF/UA-1 and PDF/A-2a (3a for a file after --3a) and prints every rule that fails; exit
// status 1 when any does.

import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

public final class Validate {
    private static final List<PDFAFlavour> PLAIN = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);
    private static final List<PDFAFlavour> WITH_FILES = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
    private static final int SHOWN_PER_RULE = 3;

    public static void main(String[] paths) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        int failed = 0;
        List<PDFAFlavour> flavours = PLAIN;
        for (String path : paths) {
            if (path.equals("--3a")) {
                flavours = WITH_FILES;
                continue;
            }
            for (PDFAFlavour flavour : flavours) {
                if (!passes(path, flavour)) {
                    failed++;
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Whether veraPDF finds the file to conform; a file that it cannot read does not. */
    private static boolean passes(String path, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, SHOWN_PER_RULE, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s: %s %s%n", path, flavour, result.isCompliant() ? "voldoet" : "VOLDOET NIET");
            print(result);
            return result.isCompliant();
        } catch (Exception fault) {
            System.out.printf("%s: %s NIET TE LEZEN: %s%n", path, flavour, fault);
            return false;
        }
    }

    private static void print(ValidationResult result) {
        Map<RuleId, Integer> counts = result.getFailedChecks();
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<RuleId, Integer> entry) -> entry.getKey().getClause())
                        .thenComparing(entry -> entry.getKey().getTestNumber()))
                .forEach(entry -> {
                    RuleId rule = entry.getKey();
                    System.out.printf("  regel %s-%d: %d keer%n", rule.getClause(), rule.getTestNumber(), entry.getValue());
                    result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .filter(assertion -> assertion.getRuleId().equals(rule))
                            .limit(SHOWN_PER_RULE)
                            .forEach(assertion -> System.out.printf("    %s%n      %s%n",
                                    assertion.getErrorMessage() == null ? assertion.getMessage() : assertion.getErrorMessage(),
                                    assertion.getLocation().getContext()));
                });
    }
}
