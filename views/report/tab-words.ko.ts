export const ko = {
  title: '통계 메뉴',
  figures: '통계표',
  cross: '교차표',
  operations: '운영',
  outcome: '변화',
  coding: '두 번째 코딩',
  releases: '공표',
  exports: '내보내기',
  import: '가져오기',
  settings: '기준',
}
