/** What the loop of levy disputes rests on, each as it is cited. */
export const disputeSources = {
  mediation: (article: number) => `《人民调解法》第${article}条`,
  shenzhen: (article: number) => `《深圳经济特区矛盾纠纷多元化解条例》第${article}条`,
  insurance: '《社会保险法》（缴费单位按时足额缴费，征收机构责令限期缴纳或补足）',
  centres: '综治中心公开的办理流程（登记受理、研判、分流、调解、督办、反馈、评价，一件一码）',
} as const
