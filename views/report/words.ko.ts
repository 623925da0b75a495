import { figures, lists } from './figure-words.ko.ts'
import { tables } from './table-words.ko.ts'

export const ko = {
  title: '통계',
  lead: '접수한 청소년의 기록을 그대로 셉니다. 의뢰일, 학교급, 의뢰 근거로 골라 볼 수 있습니다.',
  filter: '조건',
  all: '전체',
  apply: '보기',
  reset: '조건 지우기',
  cutOff: '{day}까지 기록된 내용',
  counted: '집계 대상',
  youths: '청소년',
  sessions: '진행한 회기',
  period: '의뢰일',
  periodFrom: '{from}부터',
  periodTo: '{to}까지',
  careful:
    '사업 책임자가 보는 실제 수입니다. 적은 수에서는 누구인지 드러날 수 있으니 이 화면을 그대로 밖에 내보내지 마십시오.',
  rounding: '비율은 기준 수에 대한 비율을 정수로 반올림한 것이어서 합이 100%가 아닐 수 있습니다.',
  contents: '이 페이지의 차례',
  parts: {
    who: '의뢰된 청소년',
    'way-in': '의뢰 경로와 근거',
    when: '의뢰 시기',
    what: '있었던 일',
    course: '상담과 종결',
    asked: '설문 응답',
  },
  code: '항목',
  percent: '비율',
  percentOf: '{n}%',
  column: { youths: '청소년', answers: '응답', sessions: '회기', hours: '시간' },
  base: { youths: '기준 {n}명', answers: '기준 응답 {n}건', sessions: '기준 {n}회', hours: '기준 {n}시간' },
  missing: '기록 없는 청소년 {n}명',
  none: '해당 없음: {codes}',
  empty: '이 조건에 맞는 기록이 없습니다.',
  chart: '{title} 막대그래프. {rows}. 같은 수를 아래 표에 적었습니다.',
  grade: '{level} {n}학년',
  unit: {
    youths: '단위: 청소년. 한 명을 한 번 셉니다.',
    answers: '단위: 응답. 한 명이 여러 개에 해당할 수 있어 기준이 청소년 수와 다릅니다.',
    sessions: '단위: 회기. 집단 회기는 참석한 청소년마다 한 번씩 셉니다.',
    hours: '단위: 인정 시간.',
  },
  figures,
  lists,
  tables,
}

export const fields = {
  from: '의뢰일(부터)',
  to: '의뢰일(까지)',
  schoolLevel: '학교급',
  rows: '행',
  columns: '열',
}
