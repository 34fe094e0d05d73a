import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDFs against PDF/A-3a and PDF/UA-1 with veraPDF's library.
 *
 * For each file and standard it prints one line of fields with tabs between them: the file,
 * the standard, "conforms" or "fails", and the first broken rules. The profiles are read by hand,
 * because the library comes without what its own reader of profiles needs.
 */
public class VeraPdf {
  static final Map<String, String> PROFILES = new TreeMap<>(Map.of("PDF/A-3a", "PDFA-3A", "PDF/UA-1", "PDFUA-1"));
  static final int MOST_RULES = 5;

  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (Map.Entry<String, String> standard : PROFILES.entrySet()) {
        out.println(String.join("\t", file, standard.getKey(), judge(file, standard.getValue())));
      }
    }
  }

  static String judge(String file, String profileName) {
    try {
      ValidationProfile profile = read(profileName);
      PDFAFlavour flavour = profile.getPDFAFlavour();
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
          PDFAValidator validator = ValidatorFactory.createValidator(profile, 1000, false, true, false)) {
        ValidationResult result = validator.validate(parser);
        if (result.isCompliant()) {
          return "conforms\t";
        }
        TreeSet<String> broken = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            RuleId rule = assertion.getRuleId();
            broken.add(rule.getClause() + "-" + rule.getTestNumber() + " " + oneLine(assertion.getMessage()));
          }
        }
        return "fails\t" + String.join("; ", new ArrayList<>(broken).subList(0, Math.min(MOST_RULES, broken.size())));
      }
    } catch (Exception | LinkageError error) {
      return "fails\t" + oneLine(error.toString());
    }
  }

  static String oneLine(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ");
  }

  static ValidationProfile read(String name) throws Exception {
    Element root;
    try (InputStream xml = ClassLoader.getSystemResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml")) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    SortedSet<Rule> rules = new TreeSet<>(Comparator.comparing(
        (Rule rule) -> rule.getRuleId().getSpecification() + rule.getRuleId().getClause() + "/" + rule.getRuleId().getTestNumber()));
    List<Element> ruleElements = children(root, "rule");
    for (Element rule : ruleElements) {
      rules.add(readRule(rule));
    }
    if (rules.size() != ruleElements.size()) {
      throw new IllegalStateException("two rules of " + name + " have one id");
    }
    SortedSet<Variable> variables = new TreeSet<>(Comparator.comparing(
        (Variable variable) -> variable.getName() + "/" + variable.getObject()));
    for (Element variable : children(root, "variable")) {
      variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
          text(variable, "defaultValue"), text(variable, "value")));
    }
    return Profiles.profileFromSortedValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(text(root, "name"), text(root, "description"), "", new Date(0)),
        "", rules, variables);
  }

  static Rule readRule(Element rule) {
    Element id = children(rule, "id").get(0);
    Element error = children(rule, "error").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : children(error, "argument")) {
      String name = argument.getAttribute("name");
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name.isEmpty() ? null : name, null));
    }
    RuleId ruleId = Profiles.ruleIdFromValues(
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
        text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
  }

  static List<Element> children(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static String text(Element element, String name) {
    List<Element> found = children(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
