package org.pixazo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house: three rooms in every component, and dependencies that point one way. */
@AnalyzeClasses(packages = "org.pixazo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule entities_know_neither_control_nor_boundary = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pixazo..control..", "org.pixazo..boundary..");

    @ArchTest
    static final ArchRule control_knows_no_boundary = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pixazo..boundary..");

    @ArchTest
    static final ArchRule boundaries_are_leaves =
            slices().matching("org.pixazo.(*).boundary..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nobody_knows_a_channel = noClasses()
            .that(are(resideInAPackage("org.pixazo..")))
            .and()
            .resideOutsideOfPackages("org.pixazo.gateway..", "org.pixazo.mcp..", "org.pixazo.telegram..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.pixazo.gateway..", "org.pixazo.mcp..", "org.pixazo.telegram.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule components_form_no_circle =
            slices().matching("org.pixazo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everything_lives_in_a_room = classes()
            .that()
            .resideOutsideOfPackages(
                    "org.pixazo", "org.pixazo.start..", "org.pixazo.openapi..", "org.pixazo.packaging..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .resideInAnyPackage("..boundary..", "..control..", "..entity..");
}
