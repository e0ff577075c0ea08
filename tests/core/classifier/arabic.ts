/** Invented decisions in Arabic, with three labels that are not ours: complaint, thanks, question. */
import type { Taught } from '../../../core/classifier/classifier.ts'
import { createRandom } from '../../../core/random.ts'

export const labels = ['شكوى', 'شكر', 'سؤال'] as const

const said = {
  شكوى: ['تأخر كثيرا هذا الأسبوع', 'معطل منذ شهر', 'لم يرد أحد على رسالتي', 'خدمة سيئة جدا'],
  شكر: ['شكرا جزيلا لكم', 'عمل رائع حقا', 'بارك الله فيكم', 'أحسنتم يا جماعة'],
  سؤال: ['متى يفتح الباب', 'أين أجد الخريطة', 'هل يوجد موعد آخر', 'كم السعر من فضلكم'],
} as const
const subjects = ['الحافلة', 'المكتبة', 'المستشفى', 'الحديقة', 'الشارع', 'المدرسة'] as const

/** One label after the other, by chance in what they say; no two the same. */
export function inventInArabic(
  count: number,
  { seed = 1, measures = true }: { readonly seed?: number; readonly measures?: boolean } = {},
): readonly Taught[] {
  const random = createRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const label = labels[at % labels.length] ?? 'سؤال'
    return {
      commentId: at + 1,
      text: `${pick(subjects)}: ${pick(said[label])} (${seed}-${at})`,
      label,
      measures,
    }
  })
}
