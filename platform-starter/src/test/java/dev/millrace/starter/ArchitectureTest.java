package dev.millrace.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.millrace.starter", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_DOMAIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.millrace.orders..", "dev.millrace.users..", "dev.millrace.alerts..")
            .because("the starter serves any domain");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.millrace.starter.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AUTO_CONFIGURATIONS_STAY_INSIDE = classes()
            .that()
            .haveSimpleNameEndingWith("AutoConfiguration")
            .should()
            .bePackagePrivate();
}
