/** The one file of `natural` that the benchmarks compare with; the package types only its root. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(text: string, label: string): void
    train(): void
    getClassifications(text: string): readonly { readonly label: string; readonly value: number }[]
  }
}
