// 延期申请, 异议, 有出入或不是我负责: what a unit asks and a secretary rules on.
export type PetitionKind = 'extension' | 'objection' | 'part-question'
