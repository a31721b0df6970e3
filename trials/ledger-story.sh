#!/usr/bin/env bash
# A plan on the command line: imported, confirmed, split to three departments, two months of returns with one sent back, a light that turns, an
# adjustment with approval, a strike-off refused for want of evidence and then done by a second person, the split table out and back with a conflict,
# and the way from the light to the sentence.
#
#   trials/ledger-story.sh FOLDER PLAN [NUMBER]     a new folder, a plan, and the words of the number to follow; JIANNUO may name another command
set -euo pipefail
folder=${1:?a new folder}
plan=${2:?a plan}
words=${3:-}
jiannuo=${JIANNUO:-npx jiannuo}
supervisor=lantai-supervisor-1
run() { # PERSON MOMENT COMMAND…
  local person=$1 moment=$2
  shift 2
  echo "\$ jiannuo $*  （$person，$moment）"
  $jiannuo "$@" --as "$person" --at "$moment" --data "$folder" --district lantai || echo "  （退出码 $?）"
}
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -1; }
on() { # PERSON MOMENT MACHINE ACTION RECORD FIELDS…
  local person=$1 moment=$2 machine=$3 action=$4 record=$5
  shift 5
  run "$person" "$moment" case do "$action" "$record" --machine "$machine" "$@"
}
month() { # PERSON COMMITMENT PERIOD VALUE DAY [BACK]
  local person=$1 commitment=$2 period=$3 value=$4 day=$5
  local id
  id=$($jiannuo ledger return "$commitment" "$period" --as "$person" --at "$day 09:00" --data "$folder" --district lantai)
  on "$person" "$day 09:10" returns submit "$id" value="$value" progress="截至本月末完成$value。"
  if [ "${6:-}" = back ]; then
    on "$supervisor" "$day 15:00" returns sendBack "$id" reason=请补充证明材料。
    on "$person" "$day 16:00" returns submit "$id" progress="截至本月末完成$value，证明材料已补。"
  fi
  on "$supervisor" "$day 17:00" returns approve "$id"
}
$jiannuo simulate --cases 1 --days 1 --from 2023-12-01 --seed 7 --data "$folder" > /dev/null
$jiannuo db start --data "$folder" > /dev/null
trap '$jiannuo db stop --data "$folder" > /dev/null' EXIT

echo '== 导入、确认'
run $supervisor '2024-01-22 09:00' doc import "$plan" --own --preview | head -12
run $supervisor '2024-01-22 09:10' doc import "$plan" --own
document=$($jiannuo case list --machine documents --all --as $supervisor --data "$folder" --district lantai | awk 'NR==3 {print $1}')
item=$($jiannuo doc show "$document" --json --as $supervisor --data "$folder" --district lantai | node -e "
const { items } = JSON.parse(require('fs').readFileSync(0, 'utf8'))
const wanted = process.argv[1]
const found = items.find(({ proposal }) => proposal.target && (wanted ? proposal.quote.includes(wanted) : proposal.target.adding === 'increments' && proposal.target.value >= 1000))
console.log(found.proposal.item)" "$words")
run $supervisor '2024-01-22 09:30' doc confirm "$document" "$item" --lead lantai-education
run $supervisor '2024-01-22 09:40' doc confirm "$document" --all
record=$($jiannuo doc show "$document" --json --as $supervisor --data "$folder" --district lantai | node -e "
const { items } = JSON.parse(require('fs').readFileSync(0, 'utf8'))
console.log(items.find(({ proposal }) => proposal.item === process.argv[1]).decision.commitment)" "$item")
target=$($jiannuo ledger show "$record" --json --as $supervisor --data "$folder" --district lantai | sed -n 's/.*"value": \([0-9.]*\),.*/\1/p' | head -1)
echo "任务 $record，目标 $target"

echo '== 分解到三个部门，下达、签收'
half=$((${target%.*} / 2))
quarter=$((${target%.*} - half - half / 2))
run $supervisor '2024-01-23 09:00' ledger split "$record" lantai-education=$half lantai-housing=$((half / 2)) lantai-urban=$((quarter / 2))
run $supervisor '2024-01-23 09:10' ledger split "$record" lantai-education=$half lantai-housing=$((half / 2)) lantai-urban=$quarter
on $supervisor '2024-01-24 09:00' commitments issue "$record"
on lantai-education-a '2024-01-24 10:00' commitments accept "$record"
units=(lantai-education lantai-housing lantai-urban)
mapfile -t parts < <($jiannuo ledger show "$record" --json --as $supervisor --data "$folder" --district lantai | node -e "
const { parts } = JSON.parse(require('fs').readFileSync(0, 'utf8'))
for (const unit of process.argv.slice(1)) console.log(parts.find(({ fields }) => fields.leadUnit === unit).id)" "${units[@]}")
for at in 0 1 2; do
  on $supervisor '2024-01-24 11:00' commitments issue "${parts[$at]}"
  on "${units[$at]}-a" '2024-01-24 14:00' commitments accept "${parts[$at]}"
done

echo '== 两个月的月报，一份退回'
for at in 0 1 2; do month "${units[$at]}-a" "${parts[$at]}" 2024-02 $((half / 10)) 2024-02-26 "$([ $at = 1 ] && echo back || true)"; done
month lantai-education-a "${parts[0]}" 2024-03 $((half / 4)) 2024-03-27
month lantai-housing-a "${parts[1]}" 2024-03 $((half / 8)) 2024-03-27
run $supervisor '2024-03-27 18:00' ledger owed 2024-03
echo '== 变灯：城管局三月没有报'
run $supervisor '2024-03-30 09:00' ledger assess
run lantai-leader-1 '2024-03-30 09:10' ledger overview
part=${parts[0]}
echo '== 调整：申请、批准，原目标保留'
on lantai-education-c '2024-06-03 09:00' commitments requestAdjustment "$part" newValue=$((half - 10)) reason=一处选址调整。
on lantai-education-c '2024-06-03 09:30' commitments grantAdjustment "$part" approval=自己批自己
on $supervisor '2024-06-04 09:00' commitments grantAdjustment "$part" approval=区政府专题会议纪要〔2024〕9号
echo '== 销号：缺佐证不行，一个人不行'
month lantai-education-a "$part" 2024-06 $((half - 5)) 2024-06-26
numbers=$($jiannuo ledger show "$part" --json --as $supervisor --data "$folder" --district lantai | node -e "
const { record } = JSON.parse(require('fs').readFileSync(0, 'utf8'))
console.log((record.fields.numbers ?? []).map(({ item }) => item + ' | 部门统计年报 | ' + process.argv[1]).join('\n'))" $((half - 5)))
on lantai-education-c '2024-07-01 09:00' commitments apply "$part" summary=已全部完成。
on lantai-education-c '2024-07-01 09:30' commitments apply "$part" summary=已全部完成。 proof="$numbers"
on lantai-education-c '2024-07-01 10:00' commitments strikeOff "$part"
on $supervisor '2024-07-02 09:00' commitments review "$part"
on lantai-supervisor-2 '2024-07-02 10:00' commitments strikeOff "$part"
echo '== 分解表导出、改、导回，一处冲突'
sheet=$folder/split.xlsx
run $supervisor '2024-07-03 09:00' ledger export "$sheet"
other=$($jiannuo ledger list --state draft --limit 2 --json --as $supervisor --data "$folder" --district lantai | sed -n 's/^{"district":"lantai","id":"\([^"]*\)".*/\1/p')
first=$(echo "$other" | sed -n 1p)
second=$(echo "$other" | sed -n 2p)
on $supervisor '2024-07-03 10:00' commitments edit "$first" leadUnit=lantai-housing
node "$(dirname "$0")/edit-sheet.mjs" "$sheet" "$first" 牵头单位 兰台区城管局 "$second" 牵头领导 周副区长
run $supervisor '2024-07-03 11:00' ledger import "$sheet"
run $supervisor '2024-07-03 11:10' ledger import "$sheet" --take
echo '== 从灯到原句'
run lantai-leader-1 '2024-07-03 12:00' trace 'commitments.silent' --limit 3
run lantai-leader-1 '2024-07-03 12:10' ledger show "${parts[2]}"
echo '$ jiannuo verify'
$jiannuo verify --data "$folder"
