import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { apart, bracketed, headed, joined, listed } from './punctuation'

afterEach(() => i18next.changeLanguage('zh-CN'))

const all = () => [
  listed(['甲', '乙']),
  joined('甲', null, '乙'),
  apart('甲', undefined, '乙'),
  bracketed('甲', '乙'),
  headed('甲', '乙'),
]

test('the marks between names are those of the page’s language', async () => {
  await i18next.changeLanguage('zh-CN')
  expect(all()).toEqual(['甲、乙', '甲，乙', '甲；乙', '甲（乙）', '甲：乙'])
  await i18next.changeLanguage('en')
  expect(all()).toEqual(['甲, 乙', '甲, 乙', '甲; 乙', '甲 (乙)', '甲: 乙'])
})
